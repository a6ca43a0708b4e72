// Where a result goes: standard output, or a file that is written whole or not at all.
import { inEnglish } from "../language/text/sentence.ts";
import { describeFileFailure } from "../project/file-system.ts";
import { parentOf } from "../project/paths.ts";
import type { Session } from "./session.ts";
import { absolutePath, complain, displayPath, note, say } from "./session.ts";

export interface Delivery {
  /** What `--output` says; undefined for standard output. */
  readonly output: string | undefined;
  /** The file that it was made of, which it must not replace. */
  readonly source: string | undefined;
}

/** Prints or writes a text; says whether that went well, and complains where it did not. */
export async function deliver(
  session: Session,
  text: string,
  { output, source }: Delivery,
): Promise<"delivered" | "failed"> {
  if (output === undefined || output === "-") {
    say(session, text);
    return "delivered";
  }
  const path = absolutePath(session, output);
  const problem = path === source ? OVER_ITS_SOURCE : await write(session, path, text);
  if (problem === undefined) {
    note(session, `Wrote ${displayPath(session, path)}.`);
    return "delivered";
  }
  complain(session, problem);
  return "failed";
}

const OVER_ITS_SOURCE = "--output names the file that is read. Name another, or it would be lost.";

/** Writes a text in place of the one that was read there; complains where that fails. */
export async function rewrite(session: Session, path: string, text: string): Promise<"written" | "failed"> {
  const problem = await replace(session, path, text);
  if (problem !== undefined) complain(session, problem);
  return problem === undefined ? "written" : "failed";
}

async function write(session: Session, path: string, text: string): Promise<string | undefined> {
  const { files } = session.world;
  const folder = parentOf(path);
  if (folder !== undefined && (await files.kindOf(folder)) === "missing") {
    return `The folder ${displayPath(session, folder)} is not there. Make it first, or name another file.`;
  }
  if ((await files.kindOf(path)) === "folder") {
    return `${displayPath(session, path)} is a folder. Name a file in it.`;
  }
  if (await isSomebodysText(session, path, text)) {
    return `${displayPath(session, path)} is there already: its comments, params and scenarios would be lost. Name another file, or move it away first.`;
  }
  return replace(session, path, text);
}

async function replace(session: Session, path: string, text: string): Promise<string | undefined> {
  const writing = await session.world.files.writeFileAtomic(path, text);
  return writing.ok
    ? undefined
    : inEnglish(describeFileFailure({ ...writing.failure, path: displayPath(session, path) }));
}

/** What people write by hand is never written over; what is made of it can be made again. */
async function isSomebodysText({ world }: Session, path: string, text: string): Promise<boolean> {
  if (!path.endsWith(".objectives")) return false;
  const reading = await world.files.readFile(path);
  return reading.ok ? reading.value !== text : reading.failure.kind !== "missing";
}
