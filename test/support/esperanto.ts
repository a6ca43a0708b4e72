// A set in no language that we speak, with nearly everything that there is to say of one, and the same with its form broken.

const SET = `objectives "Vokto el \${urbo}"

include "./fino.objectives"
include "./manko.objectives"

param urbo = "Lodz"
param krom

defaults {
  confirm manual
}

/// Bonvolu.
objective saluto {
  prompt """>
    Diru saluton al \${urbo} kaj \${nenio}. Poste atendu.
    """
  collect nomo, alia_nomo, AliaNomo
  modality visual
  callback "http://ekzemplo"
  meta mastro "Ana"
  -> demando when "Ĝi estas frua"
  -> adiau otherwise
}

objective demando {
  prompt "Demandu kialon. Kaj aŭskultu."
  collect kialo, nomo
  confirm manual
  -> adiau
  -> fora
}

objective sola {
  collect kialo
  colect x
  -> adiau when "Unu"
}

// objectives-disable-next-line long-prompt -- kialo
scenario "Unua" {
  saluto { nomo = "Ana" kio = "x" }
  demando
  end
}

scenario "Dua" {
  demando
}
`;

export const ESPERANTO = {
  "vokto.objectives": SET,
  "fino.objectives": 'objective adiau {\n  prompt "Adiau, ${urbo}."\n}\n',
  "rompita.objectives": SET.replace("demando {", "demando").replace("when", "if"),
} as const satisfies Readonly<Record<string, string>>;
