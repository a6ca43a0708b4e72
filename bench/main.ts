// Measures us and the peers in turns and prints ratios: absolute times mean nothing on a shared machine.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import {
  flowAnalysis,
  heap,
  keystrokes,
  PLACES,
  strayCharacters,
  wholeFile,
  wholeFileInLangium,
} from "./engine.ts";
import { kilobytes, type Row } from "./measure.ts";
import { overTheProtocol } from "./protocol.ts";
import { requests } from "./requests.ts";
import { wholeWorkspace } from "./workspace.ts";

const quick = process.argv.includes("--quick");
const rounds = quick ? 12 : 60;

const groups: Readonly<Record<string, (rounds: number) => Promise<readonly Row[]>>> = {
  "whole file": wholeFile,
  Langium: wholeFileInLangium,
  ...Object.fromEntries(PLACES.map((place) => [place.place, (count: number) => keystrokes(count, place)])),
  "stray characters": strayCharacters,
  protocol: overTheProtocol,
  requests,
  workspace: wholeWorkspace,
  flow: flowAnalysis,
  heap: async () => heap(),
};

/** Each group in a process of its own: what others leave in memory, and have the compiler learn, counts for none. */
function measured(group: string): readonly Row[] {
  const rows = execFileSync(process.execPath, [...process.argv.slice(1), `--group=${group}`]);
  return JSON.parse(rows.toString()) as readonly Row[];
}

/** As large as the script that bundles this says. */
function serverBundle(): Row {
  const bytes = Number(optionOf("server-bundle") ?? NaN);
  return kilobytes("server bundle without the layout engine, gzip", bytes, 90);
}

function optionOf(name: string): string | undefined {
  const option = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return option?.slice(option.indexOf("=") + 1);
}

function report(rows: readonly Row[]): void {
  const shown = rows.map(
    ({ what, figure, goal, held }) => `| ${what} | ${figure} | ${goal} | ${held ? "yes" : "no"} |`,
  );
  const table = ["| What | Figure | Goal | Held |", "|---|--:|--:|---|", ...shown].join("\n");
  console.log(table);
  if (quick) return;
  mkdirSync("bench", { recursive: true });
  writeFileSync("bench/results.json", `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
  writeFileSync("docs/performance.md", `${INTRODUCTION}\n${table}\n${WHAT_IS_MEASURED}`);
}

const INTRODUCTION = `# Performance

Ratios of medians, measured in turns in one run by \`npm run bench\` on the same generated sets: every subject of a group in
every round, each group in a process of its own, warmed up, no forced collection. Absolute times mean nothing on a shared
machine and are not kept.
`;

const WHAT_IS_MEASURED = `
## What is measured

- **The sets** are a chain of objectives with a branch at every fifth, prompts of 60–400 characters, 15 % of them block
  strings, two variables each; the peers get the document that they compile to, printed with two spaces as people keep it.
- **JSON service** is VS Code's JSON language service with a schema of the platform's format such as one would publish:
  types, patterns, lengths, enumerations with their descriptions, defaults, examples, \`uniqueItems\`, \`propertyNames\`, the
  format of URLs, and that fields exclude each other (\`bench/platform-schema.ts\`). It reads and validates the whole text, as
  it does after every keystroke. It knows no more than a schema can say: no names, no ways, no cycles.
- **Langium** has the same language as a grammar, as far as it can be said there (\`bench/langium-service.ts\`). Of the text
  it makes a tree, links every arrow and step to its objective and validates it, which finds names that nothing declares; it
  knows nothing of starts, ways, circles or prose.
- **JSON.parse and the same checks** is the practical limit: every kind of finding that the engine has for such a document,
  by hand over the parsed values, without places, messages or a tree (\`bench/plain-checks.ts\`).
- **Goals beside the limit.** How many times as fast as a peer a whole file can be read depends on how much is checked, and
  the peers check little. The first goals, 4× the JSON service and 20× Langium, were set when the engine had a third of its
  checks; by now they are about what the limit itself reaches, so they are less than half of that, and what counts is how near to
  the limit we are.
- **A keystroke** is typed and taken back, at one place after the other, up to all findings of the set in order. In a name or
  an arrow it changes what the rest of the set sees, so names, ways and the findings over the set are computed anew.
- **A stray quote** ends a prompt early, **a stray '{'** stands where a property should, and **a stray '}'** above the one that
  ends an objective. One that **cuts arrows off** changes what the rest of the set sees, so it is held to what a keystroke in an
  arrow is held to.
- **Over the protocol** a client in the same process sends the change and asks for the findings, over streams with their
  JSON. The JSON server is the service behind the same library as ours; the server that does nothing keeps the text up to
  date and answers with an empty list.
- **A request** is measured with a keystroke in a prompt before it, as an editor sends it, so that both servers have a new
  text to read; what counts is the time that nineteen of twenty answers take no longer than. Each is asked by itself, round after
  round: what reading a whole text leaves for the collector would count for the small answer behind it. Where the JSON server
  answers the same request, a tenth of its answer is the goal, and for what is told of the whole text its answer itself; where it
  does not, the same of the time that reading the text once takes. Renaming may take as long as that: it needs every mention of a
  name. The client can do what every editor of note can: an action's edits are made when it is chosen.
- **Unchanged** is a report that the client has by its name already.
- **The workspace** has 2,000 sets of twenty objectives each. First findings are those of the one that is open, from
  \`initialize\` on; memory is the resident set of a process that serves nothing else, once the client has heard of all of them.
- **Broken** are a quote that is not closed, a brace that is not closed, a misspelt keyword and an arrow of another language,
  in turns.
- **Heap** is what a checked file keeps, its text included, after a collection.
`;

// Last, because the texts above are a part of what is reported.
const wanted = groups[optionOf("group") ?? ""];
if (wanted) void wanted(rounds).then((rows) => console.log(JSON.stringify(rows)));
else report([...Object.keys(groups).flatMap(measured), serverBundle()]);
