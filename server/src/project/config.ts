// objectives.json: where a project's sets go, and which findings matter to it.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { codes, isCode } from "../language/diagnostics/codes.ts";
import { nearest } from "../language/text/nearest.ts";
import type { FileFailure, FileSystem } from "./file-system.ts";
import { describeFileFailure } from "./file-system.ts";
import type { Problems, ShapeResult } from "./json-shape.ts";
import {
  describeProblems,
  listOf,
  mapOf,
  objectOf,
  optional,
  readVersioned,
  text,
  version,
  word,
} from "./json-shape.ts";
import type { Shape } from "./json-shape.ts";

export interface Config {
  /** The target that counts where none is named. */
  readonly defaultTarget: string | undefined;
  readonly targets: ReadonlyMap<string, TargetConfig>;
  /** How much a finding matters, by its code. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
}

export interface TargetConfig {
  /** Where it is; may be left out for the built-in targets alone. */
  readonly url: string | undefined;
  /** Values of `param`, by their name. */
  readonly params: ReadonlyMap<string, string>;
  /** Which personas follow a set, by the set's file as seen from the project's folder. */
  readonly personas: ReadonlyMap<string, readonly string[]>;
  /** Which files go there, as patterns seen from the project's folder; undefined for all. */
  readonly sets: readonly string[] | undefined;
  readonly confirm: ConfirmRule | undefined;
}

/** When to ask before uploading: whenever something would change, or never. */
export type ConfirmRule = "changes" | "never";

export type RuleLevel = "error" | "warning" | "information" | "hint" | "off";

export const CONFIG_NAME = "objectives.json";

/** A project without a file of its own. */
export const NO_CONFIG: Config = { defaultTarget: undefined, targets: new Map(), rules: new Map() };

export type ConfigReading =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly failure: ConfigFailure };

export type ConfigFailure =
  | { readonly kind: "unreadable"; readonly failure: FileFailure }
  | { readonly kind: "invalid"; readonly path: string; readonly problems: Problems };

/** Reads the text of an objectives.json; all that is wrong with it comes with pointer, line and column. */
export function readConfig(source: string): ShapeResult<Config> {
  const reading = readVersioned(source, configShape);
  if (!reading.ok) return reading;
  const { defaultTarget, targets, rules } = reading.value;
  return { ok: true, value: { defaultTarget, targets: targets ?? new Map(), rules: rules ?? new Map() } };
}

/** Reads the objectives.json at a path. */
export async function openConfig(
  fileSystem: Pick<FileSystem, "readFile">,
  path: string,
): Promise<ConfigReading> {
  const file = await fileSystem.readFile(path);
  if (!file.ok) return { ok: false, failure: { kind: "unreadable", failure: file.failure } };
  const reading = readConfig(file.value);
  if (reading.ok) return { ok: true, config: reading.value };
  return { ok: false, failure: { kind: "invalid", path, problems: reading.problems } };
}

/** One line for each thing that is wrong: `path:line:column pointer reason`. */
export function describeConfigFailure(failure: ConfigFailure): Sentence {
  if (failure.kind === "unreadable") return describeFileFailure(failure.failure);
  return describeProblems(failure.path, failure.problems);
}

const RULE_LEVELS = ["error", "warning", "information", "hint", "off"] as const satisfies RuleLevel[];
const CONFIRM_RULES = ["changes", "never"] as const satisfies ConfirmRule[];

const targetShape: Shape<TargetConfig> = (reading, node) => {
  const target = targetObject(reading, node);
  if (target === undefined) return undefined;
  const { params, personas, ...rest } = target;
  return { ...rest, params: params ?? new Map(), personas: personas ?? new Map() };
};

const targetObject = objectOf({
  url: optional(text),
  params: optional(mapOf(text)),
  personas: optional(mapOf(listOf(text))),
  sets: optional(listOf(text)),
  confirm: optional(word(CONFIRM_RULES)),
});

const configShape = objectOf({
  $schema: optional(text),
  version,
  defaultTarget: optional(text),
  targets: optional(mapOf(targetShape)),
  rules: optional(mapOf(word(RULE_LEVELS), wrongCode)),
});

function wrongCode(code: string): Sentence | undefined {
  if (isCode(code)) return undefined;
  const meant = nearest(code, Object.keys(codes));
  return meant === undefined
    ? sentence`No code is called '${code}': write one of those that are shown with the findings.`
    : sentence`No code is called '${code}'. Did you mean '${meant}'?`;
}
