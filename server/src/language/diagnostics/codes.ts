// Every finding: its code, severity, sentence and meaning, with a bad and a good example that run as tests; by theme.
import { edges } from "./codes/edges.ts";
import { files } from "./codes/files.ts";
import { flow } from "./codes/flow.ts";
import { names } from "./codes/names.ts";
import { objectives } from "./codes/objectives.ts";
import { params } from "./codes/params.ts";
import { reading } from "./codes/reading.ts";
import { scenarios } from "./codes/scenarios.ts";
import { suppressions } from "./codes/suppressions.ts";
import { texts } from "./codes/texts.ts";
import { variables } from "./codes/variables.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { CodeSpec } from "./codes/spec.ts";

/** The codes of each theme, in the order in which they are listed. */
export const themes = {
  "What cannot be read": reading,
  Names: names,
  Objectives: objectives,
  Texts: texts,
  Variables: variables,
  Arrows: edges,
  Flow: flow,
  Params: params,
  Files: files,
  Scenarios: scenarios,
  Comments: suppressions,
} as const satisfies Record<string, Readonly<Record<string, CodeSpec>>>;

export const codes = {
  ...reading,
  ...names,
  ...objectives,
  ...texts,
  ...variables,
  ...edges,
  ...flow,
  ...params,
  ...files,
  ...scenarios,
  ...suppressions,
} as const satisfies Record<string, CodeSpec>;

export type Code = keyof typeof codes;

export type Level = CodeSpec["severity"];

export type Severity = Exclude<Level, "off">;

export function isCode(word: string): word is Code {
  return Object.hasOwn(codes, word);
}

/** How much a code matters unless a project says otherwise. */
export function levelOf(code: Code): Level {
  return codes[code].severity;
}

/** The same of what is found: of a code that is off it is a hint. */
export function severityOf(code: Code): Severity {
  const level = levelOf(code);
  return level === "off" ? "hint" : level;
}

/** The finding's sentence. */
export function messageOf(code: Code, args: readonly string[]): Sentence {
  const { message }: CodeSpec = codes[code];
  return message(...args);
}

/** What is to be seen at each of the other places of a finding. */
export function relatedMessageOf(code: Code): Sentence {
  const { related }: CodeSpec = codes[code];
  return related ?? sentence`The first one stands here.`;
}

/** Where a code is explained, by where the folder of all such pages is. */
export function urlOf(code: Code, pages: string): string {
  return `${pages}/${code}.md`;
}
