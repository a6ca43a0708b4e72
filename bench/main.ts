// Measures us and the peers in turns in one run and prints ratios: absolute times mean nothing on a shared machine.
import { mkdirSync, writeFileSync } from "node:fs";
import { check } from "../server/src/language/diagnostics/check.ts";
import { analyze } from "../server/src/language/model/analyze.ts";
import { onlyFile, withText } from "../server/src/language/model/files.ts";
import { edit, parse } from "../server/src/language/model/source.ts";
import { generate } from "./generate.ts";
import { jsonServiceFindings } from "./json-service.ts";
import { plainChecks } from "./plain-checks.ts";

interface Row {
  readonly what: string;
  readonly ratio: number;
  readonly goal: string;
  readonly held: boolean;
}

const quick = process.argv.includes("--quick");
const rounds = quick ? 12 : 60;

void run();

async function run(): Promise<void> {
  report([...(await wholeFile()), ...(await keystrokes())]);
}

/** Row 1 of the goals: a whole file of 1,000 objectives to its tree and all findings. */
async function wholeFile(): Promise<readonly Row[]> {
  const { text, json } = generate(1_000, 1);
  const [ours, service, plain] = await inTurns(rounds, [
    () => findingsOf(text),
    () => jsonServiceFindings(json),
    () => plainChecks(json),
  ]);
  return [
    atLeast("whole file, 1,000 objectives: JSON service ÷ ours", median(service) / median(ours), 4),
    atMost(
      "whole file, 1,000 objectives: ours ÷ JSON.parse and the same checks",
      median(ours) / median(plain),
      3,
    ),
  ];
}

/** Row 2: one keystroke in a prompt to fresh findings. */
async function keystrokes(): Promise<readonly Row[]> {
  const small = generate(1_000, 2);
  const large = generate(10_000, 2);
  const [atSmall, atLarge, service] = await inTurns(rounds, [
    inARow(typist(small.text)),
    inARow(typist(large.text)),
    () => jsonServiceFindings(small.json),
  ]);
  const one = median(atSmall) / IN_A_ROW;
  return [
    atLeast("one keystroke in a prompt, 1,000 objectives: JSON service ÷ ours", median(service) / one, 500),
    atMost("one keystroke in a prompt: 10,000 ÷ 1,000 objectives", median(atLarge) / median(atSmall), 2),
  ];
}

/** One keystroke is too short to be timed by itself between two of the service's turns. */
const IN_A_ROW = 200;

function inARow(act: () => unknown): () => void {
  return () => {
    for (let count = 0; count < IN_A_ROW; count++) act();
  };
}

function findingsOf(text: string): number {
  return check(analyze(onlyFile(parse(text)))).findings.length;
}

/** Types and deletes a letter in the prompt of one objective after the other. */
function typist(text: string): () => number {
  const places = [...text.matchAll(/prompt "(?!")/g)].map(({ index }) => index + 8);
  let state = check(analyze(onlyFile(parse(text))));
  let step = 0;
  return () => {
    const start = places[Math.floor(step / 2) % places.length] ?? 0;
    const typed = step++ % 2 === 0;
    const change = typed
      ? { span: { start, end: start }, newText: "x" }
      : { span: { start, end: start + 1 }, newText: "" };
    const [file] = state.model.files;
    const set = file ? withText(state.model, 0, edit(file.source, change)) : state.model;
    state = check(analyze(set, state.model), state);
    return state.findings.length;
  };
}

/** Milliseconds of each subject, run one after the other in every round; the first rounds only warm up. */
async function inTurns<Subjects extends readonly (() => unknown)[]>(
  count: number,
  subjects: Subjects,
): Promise<{ [Key in keyof Subjects]: number[] }> {
  const times = subjects.map((): number[] => []);
  for (let round = -Math.ceil(count / 4); round < count; round++) {
    for (const [index, subject] of subjects.entries()) {
      const start = process.hrtime.bigint();
      await subject();
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      if (round >= 0) times[index]?.push(milliseconds);
    }
  }
  return times as { [Key in keyof Subjects]: number[] };
}

function median(times: readonly number[] = []): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function atLeast(what: string, ratio: number, goal: number): Row {
  return { what, ratio, goal: `≥ ${goal}×`, held: ratio >= goal };
}

function atMost(what: string, ratio: number, goal: number): Row {
  return { what, ratio, goal: `≤ ${goal}×`, held: ratio <= goal };
}

function report(rows: readonly Row[]): void {
  const shown = rows.map(
    ({ what, ratio, goal, held }) =>
      `| ${what} | ${ratio.toPrecision(3)}× | ${goal} | ${held ? "yes" : "no"} |`,
  );
  const table = ["| What | Ratio | Goal | Held |", "|---|--:|--:|---|", ...shown].join("\n");
  console.log(table);
  if (quick) return;
  mkdirSync("bench", { recursive: true });
  writeFileSync("bench/results.json", `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
  writeFileSync("docs/performance.md", `${INTRODUCTION}\n${table}\n`);
}

const INTRODUCTION = `# Performance

Ratios of medians, measured in turns in one run by \`npm run bench\` on the same generated sets. The peers are VS Code's JSON
language service with a schema of the platform's format, and, as the practical limit, \`JSON.parse\` with the same checks by
hand. Absolute times mean nothing on a shared machine and are not kept.
`;
