// Sets of any size for measuring, the same for the same seed: as text, and as the platform's JSON for the peers.
import { compile } from "../server/src/language/compile/compile.ts";
import { writePayload } from "../server/src/language/compile/write-payload.ts";
import { check } from "../server/src/language/diagnostics/check.ts";
import { analyze } from "../server/src/language/model/analyze.ts";
import { onlyFile } from "../server/src/language/model/files.ts";
import { parse } from "../server/src/language/model/source.ts";

const WORDS =
  "ask the caller for their name and reason then repeat it back slowly until both agree on what was said about the visit".split(
    " ",
  );

export interface Sample {
  readonly text: string;
  readonly json: string;
}

/** A chain of objectives with a branch at every fifth; prompts of 60–400 characters, 15 % of them block strings. */
export function generate(objectives: number, seed: number): Sample {
  const random = randomFrom(seed);
  const blocks = Array.from({ length: objectives }, (_, index) => objective(index, objectives, random));
  const text = `objectives "Sample ${objectives}"\n\n${blocks.join("\n\n")}\n`;
  return { text, json: compiled(text) };
}

/** The same text with every tenth objective broken, in one of four ways. */
export function broken(text: string): string {
  const pieces = text.split(/(?=^objective )/m);
  return pieces
    .map((piece, index) => (index % 10 === 5 ? damaged(piece, Math.floor(index / 10)) : piece))
    .join("");
}

function damaged(piece: string, turn: number): string {
  const ways = [
    (it: string) => it.replace(/"\n/, "\n"),
    (it: string) => it.replace(/\n\}/, ""),
    (it: string) => it.replace("  collect", "  colect"),
    (it: string) => it.replace("->", "=>"),
  ];
  return ways[turn % ways.length]?.(piece) ?? piece;
}

function objective(index: number, count: number, random: () => number): string {
  const prompt = sentence(60 + Math.floor(random() * 340), random);
  const text =
    random() < 0.15
      ? `"""\n    ${prompt.match(/.{1,80}(?: |$)/g)?.join("\n    ")}\n    """`
      : JSON.stringify(prompt);
  const lines = [`prompt ${text}`, `collect reason_${index}, note_${index}`, ...edges(index, count)];
  return `objective step_${index} {\n  ${lines.join("\n  ")}\n}`;
}

function edges(index: number, count: number): readonly string[] {
  const next = (by: number): string => `step_${index + by}`;
  if (index + 2 >= count) return index + 1 < count ? [`-> ${next(1)}`] : [];
  if (index % 5 !== 0) return [`-> ${next(1)}`];
  return [`-> ${next(1)} when "The caller gives a reason"`, `-> ${next(2)} otherwise`];
}

function sentence(length: number, random: () => number): string {
  let text = "";
  while (text.length < length) text += `${WORDS[Math.floor(random() * WORDS.length)]} `;
  return text.trim();
}

function compiled(text: string): string {
  const result = compile(check(analyze(onlyFile(parse(text)))));
  if (result.kind !== "document") throw new Error("The sample does not compile.");
  const written = writePayload(result.document, "single");
  if (typeof written !== "string") throw new Error("The sample cannot be written.");
  return written;
}

/** Numbers from 0 to below 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
