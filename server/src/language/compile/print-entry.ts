// What stands in a block, as lines without their indentation.
import type { Defaults } from "../model/inherited.ts";
import { printName, printNames, printProse, printString } from "../syntax/print.ts";
import { properties } from "../vocabulary.ts";

export function printPrompt(value: string): string {
  return printProse("prompt", value);
}

export function printCollect(variables: readonly string[]): string {
  return printNames("collect", variables.map(printName));
}

/** What `defaults` may say, too. */
export function printInheritable(kind: keyof Defaults, value: string): string {
  return `${kind} ${kind === "callback" ? printString(value) : printWord(kind, value)}`;
}

/** A word that the platform does not know is kept, in quotes. */
export function printWord(kind: "modality" | "confirm", value: string): string {
  return Object.hasOwn(properties[kind].choices, value) ? value : printString(value);
}

export function printMeta(key: string, value: string): string {
  return `meta ${printName(key)} ${printString(value)}`;
}

export function printRequired(target: string): string {
  return `-> ${printName(target)}`;
}

export function printWhen(target: string, condition: string): string {
  return `-> ${printName(target)} when ${printString(condition)}`;
}

export function printOtherwise(target: string): string {
  return `-> ${printName(target)} otherwise`;
}

/** Without its quotes the name `end` would end the scenario. */
export function printStep(name: string): string {
  return name === "end" ? printString(name) : printName(name);
}
