// One call of the command line: what holds for every command, and how it speaks.
import pc from "picocolors";
import { inEnglish, type Sentence } from "../language/text/sentence.ts";
import { sourceReader, type ReadSource } from "../project/includes.ts";
import { portablePath } from "../project/node-file-system.ts";
import { relativePath } from "../project/paths.ts";
import type { OptionValues } from "./options.ts";
import { isGiven, textOf } from "./options.ts";
import { safeForTerminal } from "./report/display-width.ts";
import type { Output, World } from "./world.ts";

export interface Session {
  readonly world: World;
  /** Where paths are seen from: the world's folder, or `--cwd`. */
  readonly folder: string;
  /** What standard output carries. */
  readonly form: "text" | "json";
  readonly voice: "quiet" | "usual";
  /** Colours for standard output. */
  readonly paint: Paint;
  /** Colours for standard error. */
  readonly paintErrors: Paint;
  readonly target: string | undefined;
  readonly url: string | undefined;
  /** Reads a file of a set, once. */
  readonly readSource: ReadSource;
  /** What was complained about already: what is wrong with a project would be said for every file of it. */
  readonly complaints: Set<string>;
}

export type Paint = ReturnType<typeof pc.createColors>;

/** The session that the options which every command has ask for. */
export function openSession(world: World, options: OptionValues): Session {
  const colours = options["color"] === false ? "off" : "on";
  return {
    world,
    folder: portablePath(textOf(options, "cwd") ?? ".", world.folder),
    form: isGiven(options, "json") ? "json" : "text",
    voice: isGiven(options, "quiet") ? "quiet" : "usual",
    paint: paintFor(world, world.output, colours),
    paintErrors: paintFor(world, world.errors, colours),
    target: textOf(options, "target"),
    url: textOf(options, "url"),
    readSource: sourceReader(world.files),
    complaints: new Set(),
  };
}

/** The session for what nobody asked about: it complains of nothing. */
export function silent(session: Session): Session {
  const errors = { ...session.world.errors, write: () => undefined };
  return { ...session, world: { ...session.world, errors }, complaints: new Set() };
}

/** What is printed: the command line speaks English. */
type Said = string | Sentence;

/** Prints a result: what the command is for. */
export function say({ world }: Session, said: Said): void {
  world.output.write(withLineEnd(inFull(said)));
}

/** Prints what is good to know, unless `--quiet`; away from a result that may be piped on. */
export function note({ world, voice }: Session, said: Said): void {
  if (voice === "usual") world.errors.write(withLineEnd(inFull(said)));
}

/**
 * Prints why something was not done, once; each line is a reason of its own. It may quote files and servers, so it is
 * made safe to show.
 */
export function complain({ world, paintErrors, complaints }: Session, said: Said): void {
  const text = inFull(said);
  if (complaints.has(text)) return;
  complaints.add(text);
  const lines = text.split("\n").map((line) => `${paintErrors.red("error:")} ${safeForTerminal(line)}\n`);
  world.errors.write(lines.join(""));
}

function inFull(said: Said): string {
  return typeof said === "string" ? said : inEnglish(said);
}

/** Prints one JSON value, which is then all of standard output. */
export function sayJson(session: Session, value: unknown): void {
  say(session, JSON.stringify(value, undefined, 2));
}

/** A path as people see it: from where they are, where it is there. */
export function displayPath({ folder }: Session, path: string): string {
  const relative = relativePath(folder, path);
  return relative === undefined || relative === "" ? path : relative;
}

/** A path as people give it, as the file system wants it. */
export function absolutePath({ folder }: Session, given: string): string {
  return portablePath(given, folder);
}

/** NO_COLOR and FORCE_COLOR are what every program heeds. */
function paintFor({ environment }: World, output: Output, wish: "on" | "off"): Paint {
  const isSet = (name: string): boolean => !["", "0", undefined].includes(environment[name]);
  if (wish === "off" || isSet("NO_COLOR")) return pc.createColors(false);
  const isShown = output.kind === "terminal" && environment["TERM"] !== "dumb";
  return pc.createColors(isShown || isSet("FORCE_COLOR"));
}

function withLineEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
