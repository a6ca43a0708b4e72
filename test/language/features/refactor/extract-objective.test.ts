// A part of a prompt becomes the next objective.
import { describe, test } from "vitest";
import { checkOffered, checkRefactor, checkRefused } from "../../../support/refactor.ts";

const TITLE = "Extract to a new next objective";

test("the selected part becomes the prompt of a new objective, which takes over the arrows", () => {
  checkRefactor(
    TITLE,
    `
objectives "Dental"

objective greet {
  prompt "Greet the caller. $0Ask for the date of birth.$0 Be kind."
  collect caller_name, date_of_birth

  -> child when "The caller is a child" // minors
  // Everybody else.
  -> adult otherwise
}

objective child { prompt "Ask for a parent." }

objective adult { prompt "Ask for the reason." }
`,
    `
objectives "Dental"

objective greet {
  prompt "Greet the caller. Be kind."
  collect caller_name
  -> ask_date_birth
}

objective ask_date_birth {
  prompt "Ask for the date of birth."
  collect date_of_birth

  -> child when "The caller is a child" // minors
  // Everybody else.
  -> adult otherwise
}

objective child { prompt "Ask for a parent." }

objective adult { prompt "Ask for the reason." }
`,
  );
});

test("an end leads to what is extracted; it is completed as the old one is", () => {
  checkRefactor(
    TITLE,
    `
objectives "S"
objective only {
    modality visual
    prompt "Look at the card.$0 Say thanks.$0"
    confirm manual
    callback "https://example.com/\${id}"
    meta owner "Ana"
}
param id = "7"
`,
    `
objectives "S"
objective only {
    modality visual
    prompt "Look at the card."
    confirm manual
    callback "https://example.com/\${id}"
    meta owner "Ana"
    -> say_thanks
}

objective say_thanks {
    modality visual
    prompt "Say thanks."
    confirm manual
    callback "https://example.com/\${id}"
}
param id = "7"
`,
  );
});

test("lines of a block go as they are, and params and escapes with them", () => {
  checkRefactor(
    TITLE,
    `
objectives "S"

param brand = "Acme"

objective a {
  prompt """
    First of all.
    $0Say "hello" from \${brand} \\u{1F600}.
      - And more.$0
    At last.
    """
}
`,
    `
objectives "S"

param brand = "Acme"

objective a {
  prompt """
    First of all.
    At last.
    """
  -> say_hello_brand
}

objective say_hello_brand {
  prompt """
    Say "hello" from \${brand} \u{1F600}.
      - And more.
    """
}
`,
  );
});

test("a folded prompt is filled again", () => {
  checkRefactor(
    TITLE,
    `
objectives "S"

objective a {
  prompt """>
    Collect the patient's full name, date of birth and insurance provider, and read each of
    them back. $0Spell the last name, and do not guess the provider.$0 Thank them for their patience.
    """
}
`,
    `
objectives "S"

objective a {
  prompt """>
    Collect the patient's full name, date of birth and insurance provider, and read each of
    them back. Thank them for their patience.
    """
  -> spell_last_name
}

objective spell_last_name {
  prompt "Spell the last name, and do not guess the provider."
}
`,
  );
});

test("scenarios pass both, and give the variables where they are collected now", () => {
  checkRefactor(
    TITLE,
    `
objectives "S"

objective a {
  prompt "Ask for the mood. $0Ask for the plan.$0"
  collect mood, plan
  -> b
}

objective b { prompt "Say goodbye." }

scenario "Both" {
  a { mood = "well" plan = "none" } // happy
  b
  end
}
`,
    `
objectives "S"

objective a {
  prompt "Ask for the mood."
  collect mood
  -> ask_plan
}

objective ask_plan {
  prompt "Ask for the plan."
  collect plan
  -> b
}

objective b { prompt "Say goodbye." }

scenario "Both" {
  a { mood = "well" } // happy
  ask_plan { plan = "none" }
  b
  end
}
`,
  );
});

describe("where it stands", () => {
  test("in a fragment the new one stays beside the old one, and scenarios of the set follow", () => {
    checkRefactor(
      TITLE,
      `
objectives "S"
include "./part.objectives"
scenario "All" {
  a
  b
}
// part.objectives
objective a { prompt "Ask. $0Listen.$0" -> b }
objective b { prompt "Say goodbye." }
`,
      `
objectives "S"
include "./part.objectives"
scenario "All" {
  a
  listen
  b
}
// part.objectives
objective a { prompt "Ask." -> listen }

objective listen {
  prompt "Listen."
  -> b
}
objective b { prompt "Say goodbye." }
`,
    );
  });

  test("with CRLF, tabs, emoji, and at the very end of a file", () => {
    checkRefactor(
      TITLE,
      'objectives "S"\r\nobjective a {\r\n\tprompt "Ask 😀. $0Listen 👂.$0"\r\n}',
      'objectives "S"\r\nobjective a {\r\n\tprompt "Ask 😀."\r\n\t-> listen\r\n}\r\n\r\nobjective listen {\r\n\tprompt "Listen 👂."\r\n}',
    );
  });

  test("a name that is taken is numbered, and what gives none is named after the old one", () => {
    checkRefactor(
      TITLE,
      `objectives "S"
objective listen { prompt "Ask. $0Listen.$0" -> listen_2 }
objective listen_2 { prompt "再见。" }
`,
      `objectives "S"
objective listen { prompt "Ask." -> listen_3 }

objective listen_3 {
  prompt "Listen."
  -> listen_2
}
objective listen_2 { prompt "再见。" }
`,
    );
    checkRefactor(
      TITLE,
      `objectives "S"\nobjective a { prompt "你好。$0再见。$0" }\n`,
      `objectives "S"\nobjective a { prompt "你好。" -> a_next }\n\nobjective a_next {\n  prompt "再见。"\n}\n`,
    );
  });
});

describe("what is refused", () => {
  test("the whole prompt, for nothing would be left", () => {
    checkRefused(
      TITLE,
      `objectives "S"\nobjective a { prompt "$0Ask.$0" }\n`,
      "Select a part of the prompt: something has to be left for 'a'.",
    );
  });

  test("nothing is offered outside of a prompt, nor where it cannot be read", () => {
    checkOffered(`objectives "S"\nobjective a { collect $0one$0 }\n`, []);
    checkOffered(`objectives "S"\nobjective a { prompt "Ask. $0Listen.$0 \n`, []);
    checkOffered(`objective a { prompt "Ask$0`, []);
    checkOffered(`$0`, []);
  });
});
