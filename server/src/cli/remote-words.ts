// What the commands that talk to the platform have in common: their colours, their failures, the set they mean.
import { inEnglish, NOTHING } from "../language/text/sentence.ts";
import type { Failure } from "../platform/result.ts";
import { setLockAt } from "../project/lock.ts";
import type { LockPlace } from "../project/lock.ts";
import { describeLockFailure } from "../project/lock-file.ts";
import type { Painter } from "../sync/report.ts";
import type { Stop } from "../sync/stop.ts";
import { EXIT_CODES, stoppedByPlatform } from "../sync/stop.ts";
import type { Link } from "./connect.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { placeInProject } from "./local-sets.ts";
import type { Paint, Session } from "./session.ts";
import { absolutePath, complain } from "./session.ts";

/** The session's colours by what they stand for. */
export function painterOf(paint: Paint): Painter {
  return {
    added: paint.green,
    removed: paint.red,
    changed: paint.yellow,
    strong: paint.bold,
    faint: paint.dim,
    problem: paint.red,
    words: inEnglish,
  };
}

/** Says why it went no further, and gives the code for that. */
export function stopAt(session: Session, stop: Stop): ExitCode {
  complain(session, stop.message);
  return EXIT_CODES[stop.kind];
}

/** Says why the platform's answer ends the command. */
export function failAt(session: Session, failure: Failure, state = NOTHING): ExitCode {
  return stopAt(session, stoppedByPlatform(failure, state));
}

export type MeantSet =
  | { readonly ok: true; readonly id: string; readonly place: LockPlace | undefined }
  | { readonly ok: false; readonly exit: ExitCode };

/** The set that an id means, or a file that was uploaded. */
export async function meantSet(session: Session, link: Link, given: string): Promise<MeantSet> {
  const path = absolutePath(session, given);
  const isFile = (await session.world.files.kindOf(path)) === "file";
  if (!isFile && !looksLikeAFile(given)) return { ok: true, id: given, place: undefined };
  const { origin, name: target } = link.target;
  const place = { origin, target, file: placeInProject(link.project, path) ?? path };
  const reading = await link.locks.read();
  if (!reading.ok) {
    complain(session, describeLockFailure(reading.failure));
    return { ok: false, exit: EXIT.wrongUse };
  }
  const { id } = setLockAt(reading.lock, place);
  if (id !== undefined) return { ok: true, id, place };
  complain(
    session,
    isFile
      ? `${given} was not uploaded to ${target} yet. Do that first: \`objectives push ${given} --target ${target}\`.`
      : `${given} is not there. Check the path, or name a set by its id.`,
  );
  return { ok: false, exit: EXIT.wrongUse };
}

function looksLikeAFile(given: string): boolean {
  return given.includes("/") || given.includes(".");
}
