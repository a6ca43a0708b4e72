// What the emulator holds, as a page for people: no script, nothing from elsewhere, every word escaped.
import { counted } from "../language/text/counted.ts";
import { FIELD } from "../language/compile/payload.ts";
import type { JsonObject } from "./json.ts";
import { field } from "./json.ts";
import { personaName } from "./personas.ts";
import { linksOf, nameOf } from "./rules.ts";
import type { State, StoredPersona, StoredSet } from "./state.ts";
import type { PlatformReply } from "./turn.ts";

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --faint: #666; --accent: #5a4fcf; }
@media (prefers-color-scheme: dark) { :root { --faint: #a0a0a0; --accent: #a79ffb; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1rem; margin: 2.5rem 0 .75rem; color: var(--faint); font-weight: 600; }
p { margin: .25rem 0; }
.faint, time { color: var(--faint); }
code { font: .9em ui-monospace, monospace; }
details, .card { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: .5rem 0; }
summary { cursor: pointer; }
summary strong, .card strong { margin-right: .5rem; }
ol { margin: .75rem 0 0; padding-left: 1.5rem; }
li { margin: .5rem 0; }
li p { max-width: 46rem; }
.to { color: var(--accent); }
`;

/** The page at the emulator's root. */
export function renderPage({ sets, personas }: State): PlatformReply {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Objectives emulator</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Objectives emulator</h1>
<p class="faint">This is the emulator on your own machine, not Tavus. Reload to see what changed.</p>
<h2>${counted(sets.length, "set")}</h2>
${sets.length === 0 ? "<p>None yet: upload one to the target <code>local</code>.</p>" : sets.map((set) => renderSet(set, personas)).join("\n")}
<h2>${counted(personas.length, "persona")}</h2>
${personas.length === 0 ? "<p>None yet: attach a set to a new persona.</p>" : personas.map((persona) => renderPersona(persona, sets)).join("\n")}
</body>
</html>
`;
  return { status: 200, headers: PAGE_HEADERS, body };
}

const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  "cache-control": "no-store",
};

function renderSet(
  { id, name, objectives, updatedAt }: StoredSet,
  personas: readonly StoredPersona[],
): string {
  const users = personas.filter(({ objectivesId }) => objectivesId === id).length;
  return `<details>
<summary><strong>${escape(name === "" ? "Without a name" : name)}</strong><code>${escape(id)}</code>
<span class="faint">${counted(objectives.length, "objective")} · ${counted(users, "persona")} · changed <time datetime="${escape(updatedAt)}">${escape(shortTime(updatedAt))}</time></span></summary>
<ol>${objectives.map(renderObjective).join("")}</ol>
</details>`;
}

function renderObjective(item: JsonObject): string {
  const prompt = field(item, FIELD.prompt);
  const targets = linksOf(item);
  const leads =
    targets.length === 0
      ? ""
      : ` <span class="to">→ ${targets.map((target) => `<code>${escape(target)}</code>`).join(", ")}</span>`;
  return `<li><code>${escape(nameOf(item))}</code>${leads}<p>${escape(typeof prompt === "string" ? prompt : "")}</p></li>`;
}

function renderPersona(persona: StoredPersona, sets: readonly StoredSet[]): string {
  const name = personaName(persona);
  return `<div class="card"><strong>${escape(name === "" ? "Without a name" : name)}</strong><code>${escape(persona.id)}</code>
<p class="faint">${describeAttachment(persona, sets)}</p></div>`;
}

function describeAttachment({ objectivesId }: StoredPersona, sets: readonly StoredSet[]): string {
  if (objectivesId === null) return "follows no set";
  const set = sets.find(({ id }) => id === objectivesId);
  const id = `<code>${escape(objectivesId)}</code>`;
  return set === undefined ? `follows ${id}, which is not here` : `follows ${escape(set.name)} ${id}`;
}

/** `2026-03-01 12:00:01 UTC`. */
function shortTime(time: string): string {
  return time.replace("T", " ").replace(/\.\d+Z$/, " UTC");
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
