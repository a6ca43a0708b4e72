// The engine without a protocol: whole files, keystrokes, broken files, flow and memory.
import v8 from "node:v8";
import { runInNewContext } from "node:vm";
import { check, type Check } from "../server/src/language/diagnostics/check.ts";
import { analyze } from "../server/src/language/model/analyze.ts";
import { onlyFile, withText } from "../server/src/language/model/files.ts";
import { flowOf } from "../server/src/language/model/flow.ts";
import { edit, parse } from "../server/src/language/model/source.ts";
import { broken, generate, type Sample } from "./generate.ts";
import { jsonFindings, jsonService } from "./json-service.ts";
import { langiumFindings, langiumServices } from "./langium-service.ts";
import { atLeast, atMost, inARow, kilobytes, limit, mediansOf, once, type Row } from "./measure.ts";
import { plainChecks } from "./plain-checks.ts";

/** A whole file to its tree and all findings. */
export async function wholeFile(rounds: number): Promise<readonly Row[]> {
  const { text, json } = generate(1_000, 1);
  const service = jsonService();
  const { ours, damaged, peer, plain } = await mediansOf(rounds, {
    ours: once(() => checked(text).findings),
    damaged: once(() => checked(broken(text)).findings),
    peer: once(() => jsonFindings(service, json)),
    plain: once(() => plainChecks(json)),
  });
  return [
    atLeast("whole file, 1,000 objectives: JSON service ÷ ours", peer / ours, 2),
    limit("whole file, 1,000 objectives: JSON service ÷ JSON.parse and the same checks", peer / plain),
    atMost("whole file, 1,000 objectives: ours ÷ JSON.parse and the same checks", ours / plain, 3),
    atMost("whole file with every tenth declaration broken ÷ whole file", damaged / ours, 2),
  ];
}

/** The same with parser, linker and validator that Langium makes of a grammar: they know names, and no more. */
export async function wholeFileInLangium(rounds: number): Promise<readonly Row[]> {
  const { text, json } = generate(1_000, 1);
  const services = await langiumServices();
  const { ours, peer, plain } = await mediansOf(Math.ceil(rounds / 2), {
    ours: once(() => checked(text).findings),
    peer: once(() => langiumFindings(services, text)),
    plain: once(() => plainChecks(json)),
  });
  return [
    atLeast("whole file, 1,000 objectives: Langium ÷ ours", peer / ours, 6),
    limit("whole file, 1,000 objectives: Langium ÷ JSON.parse and the same checks", peer / plain),
  ];
}

export interface Keystrokes {
  readonly place: string;
  readonly where: RegExp;
  /** How many times as fast as the JSON service it should be at 1,000. */
  readonly faster: number;
  /** How many times as long it may take at 10,000. */
  readonly larger: number;
  /** How often it is done in a row. */
  readonly times: number;
}

/** One keystroke to fresh findings, at 1,000 and 10,000 objectives. */
export async function keystrokes(
  rounds: number,
  { place, where, faster, larger, times }: Keystrokes,
): Promise<readonly Row[]> {
  const small = generate(1_000, 2);
  const large = generate(10_000, 2);
  const service = jsonService();
  const withPeer = await mediansOf(rounds, {
    peer: once(() => jsonFindings(service, small.json)),
    ours: inARow(times, typist(small, where, "x")),
  });
  // By themselves: what the service leaves for the collector would count for the one that needs it first.
  const { few, many } = await mediansOf(rounds, {
    few: inARow(times, typist(small, where, "x")),
    many: inARow(times, typist(large, where, "x")),
  });
  return [
    atLeast(`keystroke in ${place}, 1,000: JSON service ÷ ours`, withPeer.peer / withPeer.ours, faster),
    atMost(`keystroke in ${place}: 10,000 ÷ 1,000 objectives`, many / few, larger),
  ];
}

/** Characters that a text is not meant to have, while it is typed. */
export async function strayCharacters(rounds: number): Promise<readonly Row[]> {
  const small = generate(1_000, 2);
  const service = jsonService();
  const { letter, quote, opening, closing, cutting, peer } = await mediansOf(rounds, {
    letter: inARow(200, typist(small, IN_PROMPT, "x")),
    quote: inARow(100, typist(small, IN_PROMPT, '"')),
    opening: inARow(100, typist(small, BEFORE_COLLECT, "{")),
    closing: inARow(100, typist(small, BEFORE_END, "}")),
    cutting: inARow(10, typist(small, BEFORE_COLLECT, "}")),
    peer: once(() => jsonFindings(service, small.json)),
  });
  return [
    atMost("a stray quote ÷ a keystroke in a prompt", quote / letter, 15),
    atMost("a stray '{' ÷ a keystroke in a prompt", opening / letter, 15),
    atMost("a stray '}' ÷ a keystroke in a prompt", closing / letter, 15),
    atLeast("a stray '}' that cuts arrows off, 1,000: JSON service ÷ ours", peer / cutting, 10),
  ];
}

/** The whole flow analysis, with everything that is computed only when it is asked for. */
export async function flowAnalysis(rounds: number): Promise<readonly Row[]> {
  const { text } = generate(10_000, 3);
  const { symbols } = analyze(onlyFile(parse(text)));
  const { whole, flow } = await mediansOf(Math.ceil(rounds / 4), {
    whole: once(() => parse(text)),
    flow: inARow(10, () => {
      const { start, reached, cycles } = flowOf(symbols);
      return { start, reached, cycles };
    }),
  });
  return [atMost("whole flow analysis ÷ reading the text, 10,000 objectives", flow / whole, 0.1)];
}

/** What a file of 1,000 objectives keeps: its text, trees, names, flow and findings. */
export function heap(): readonly Row[] {
  const { text } = generate(1_000, 4);
  const files = 10;
  const kept: Check[] = [];
  const before = heapUsed();
  for (let count = 0; count < files; count++) {
    const it = checked(Buffer.from(text).toString());
    if (it.findings.length === 0) kept.push(it); // asked, so that they are computed; such a text has none
  }
  const bytes = (heapUsed() - before) / kept.length / 1_000;
  return [kilobytes("heap an objective, its text included", bytes, 3)];
}

function heapUsed(): number {
  v8.setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function checked(text: string): Check {
  return check(analyze(onlyFile(parse(text))));
}

/** Places to type at: behind what the pattern finds. */
const IN_PROMPT = /prompt "(?!")\w{4}/g;
const IN_CONDITION = /when "\w+/g;
const IN_NAME = /^objective \w+/gm;
const IN_EDGE = /-> \w+/g;
const BEFORE_COLLECT = /\n {2}(?=collect)/g;
const BEFORE_END = /\n(?=\}\n)/g;

/** Ten times as much, and what caches lose over ten times as much memory. */
const LINEAR = 15;

export const PLACES: readonly Keystrokes[] = [
  { place: "a prompt", where: IN_PROMPT, faster: 500, larger: 2, times: 200 },
  { place: "a condition", where: IN_CONDITION, faster: 500, larger: 2, times: 200 },
  { place: "a name", where: IN_NAME, faster: 10, larger: LINEAR, times: 10 },
  { place: "an arrow", where: IN_EDGE, faster: 10, larger: LINEAR, times: 10 },
];

/** Types and deletes the character at one place after the other. */
function typist({ text }: Sample, where: RegExp, character: string): () => number {
  const places = [...text.matchAll(where)].map(({ index, 0: found }) => index + found.length);
  let state = checked(text);
  let step = 0;
  return () => {
    const start = places[Math.floor(step / 2) % places.length] ?? 0;
    const change =
      step++ % 2 === 0
        ? { span: { start, end: start }, newText: character }
        : { span: { start, end: start + 1 }, newText: "" };
    const [file] = state.model.files;
    if (!file) return 0;
    state = check(analyze(withText(state.model, 0, edit(file.source, change)), state.model), state);
    return state.findings.length;
  };
}
