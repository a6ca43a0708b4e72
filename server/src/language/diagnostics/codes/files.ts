// Sets over several files.
import { NOTHING, sentence, type Sentence } from "../../text/sentence.ts";
import { set } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";

export const files = {
  "include-missing": {
    severity: "error",
    message: (path, isPlaceless = "") => (isPlaceless === "" ? missingInclude(path) : PLACELESS),
    doc: sentence`The declarations of another file are put into this set, so without that file whatever it declares is missing.`,
    bad: 'objectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet { prompt "Greet the caller." }\n',
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "include-outside": {
    severity: "error",
    message: (path, isPlaceless = "") => (isPlaceless === "" ? outsideInclude(path) : PLACELESS),
    doc: sentence`A set is made of files that belong together: what is outside of the workspace (on the command line: of the project's folder) may be different, or missing, on the next machine.`,
    bad: 'objectives "Example"\n\ninclude "../../../../elsewhere/closing.objectives"\n\nobjective greet { prompt "Greet the caller." }\n',
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "include-set": {
    severity: "error",
    message: (path) =>
      sentence`'${path}' is a set by itself: remove its 'objectives' line to make it a fragment, or include another file.`,
    doc: sentence`A set is uploaded by itself. What several sets share stands in a fragment, a file without an \`objectives\` line.`,
    bad: '// closing.objectives\nobjectives "Closing"\n\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n}\n',
    good: '// closing.objectives\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
  },
  "include-cycle": {
    severity: "error",
    message: (path) =>
      sentence`'${path}' includes this file already, by itself or through others: remove one of these includes. Every file of a set sees all of the set's names without them.`,
    doc: sentence`The names of a set are one name space: a fragment sees those of the set that includes it and needs no include back.`,
    bad: '// closing.objectives\ninclude "./main.objectives"\n\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
    good: '// closing.objectives\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
  },
  "unused-fragment": {
    severity: "information",
    message: () =>
      sentence`No set includes this file, so it is never uploaded: include it in one, or begin it with a line such as objectives "Name".`,
    doc: sentence`A file without an \`objectives\` line is a fragment: it counts only as a part of the sets that include it.`,
    bad: 'objective close { prompt "Say goodbye." }\n',
    good: '// closing.objectives\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
  },
  "duplicate-set-name": {
    severity: "warning",
    message: (name, ...files) =>
      files.length === 1
        ? sentence`${listedPlainly(files)} is called '${name}' too: on the platform the sets look alike. Give this one another name.`
        : sentence`${listedPlainly(files)} are called '${name}' too: on the platform the sets look alike. Give this one another name.`,
    doc: sentence`The platform's lists show sets by their names, and an upload recognises a set that was made before by it.`,
    bad:
      set('objective greet { prompt "Greet the caller." }') +
      '\n// other.objectives\nobjectives "Example"\n\nobjective greet { prompt "Greet the guest." }\n',
    good:
      set('objective greet { prompt "Greet the caller." }') +
      '\n// other.objectives\nobjectives "Other example"\n\nobjective greet { prompt "Greet the guest." }\n',
  },
} as const satisfies Record<string, CodeSpec>;

const PLACELESS = sentence`This text is in no file yet: save it, and it can include others.`;

function missingInclude(path: string): Sentence {
  if (path === "") return sentence`Nothing is included: name a file, such as include "./closing.objectives".`;
  if (/(?:^|\/)\.{0,2}$/.test(path))
    return sentence`'${path}' is a folder: name a file in it, such as include "./closing.objectives".`;
  const ending = path.endsWith(".objectives")
    ? NOTHING
    : sentence` Its name may lack its ending: ${path}.objectives.`;
  return sentence`'${path}' is not there: write that file, or correct the path. It is seen from this file.${ending}`;
}

function outsideInclude(path: string): Sentence {
  if (path.includes("\\"))
    return sentence`A path has '/' between its parts, not '\\': ${path.replaceAll(/\\+/g, "/")}.`;
  return sentence`'${path}' leads out of this workspace: include a file that is inside, by a path with '/' that begins with './' or '../'.`;
}

function listedPlainly(names: readonly string[]): Sentence {
  const [first = "", last] = [names.slice(0, -1).join(", ") || names[0], names.at(-1)];
  return names.length < 2 ? sentence`${first}` : sentence`${first} and ${last ?? ""}`;
}
