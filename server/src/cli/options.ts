// Options: their words for --help, and their values as a command reads them.

export interface OptionSpec {
  /** `--yes`, `--port <number>`, `-o, --output <file>`. */
  readonly form: string;
  readonly doc: string;
  readonly value:
    | "none"
    | "text"
    /** May be given again and again. */
    | "texts"
    | readonly string[]
    | NumberRange;
}

export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** Values by the option's long name in camel case. */
export type OptionValues = Readonly<Record<string, unknown>>;

export function isGiven(options: OptionValues, name: string): boolean {
  return options[name] === true;
}

export function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function textsOf(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
}

export function numberOf(options: OptionValues, name: string): number | undefined {
  const value = options[name];
  return typeof value === "number" ? value : undefined;
}

/** One of a few words, which the option's specification has seen to. */
export function wordOf<const Word extends string>(
  options: OptionValues,
  name: string,
  words: readonly Word[],
): Word | undefined {
  return words.find((it) => it === options[name]);
}

/** Where a result goes: standard output, or a file. */
export const OUTPUT_OPTION: OptionSpec = {
  form: "-o, --output <file>",
  doc: "write to this file, whole or not at all, instead of standard output",
  value: "text",
};

/** For what changes something elsewhere. */
export const YES_OPTION: OptionSpec = {
  form: "-y, --yes",
  doc: "do not ask first; on this machine nobody is asked",
  value: "none",
};
