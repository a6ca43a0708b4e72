// A pull of a set that is named by its id: into the file that holds it, else into a file that is named or made for it.
import { sentence } from "../language/text/sentence.ts";
import { decompile } from "../language/compile/decompile.ts";
import type { Client } from "../platform/client.ts";
import type { Lock } from "../project/lock.ts";
import { setLockAt } from "../project/lock.ts";
import { describeLockFailure } from "../project/lock-file.ts";
import { joinPath } from "../project/paths.ts";
import { keepPulled } from "../sync/pull.ts";
import { getHeldSet, type HeldSet } from "../sync/remote-set.ts";
import { shellWord } from "../sync/shell-word.ts";
import type { Link } from "./connect.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { placeInProject } from "./local-sets.ts";
import { withProgress } from "./progress.ts";
import { pullFile, type PullRequest } from "./pulled-file.ts";
import { stopAt } from "./remote-words.ts";
import { pulledReport } from "./report/pulled.ts";
import { deliver } from "./result-file.ts";
import type { Session } from "./session.ts";
import { absolutePath, complain, displayPath, sayJson } from "./session.ts";
import { uploadOver } from "./upload-over.ts";

export interface IdRequest extends Pick<PullRequest, "params" | "wish"> {
  readonly id: string;
  /** The file that it shall be, as it was named. */
  readonly output: string | undefined;
}

/** One set is one file: a second one would be pushed over the first. */
export async function pullId(session: Session, link: Link, request: IdRequest): Promise<ExitCode> {
  const { id, output, ...how } = request;
  const reading = await link.locks.read();
  if (!reading.ok) {
    complain(session, describeLockFailure(reading.failure));
    return EXIT.wrongUse;
  }
  const { lock } = reading;
  const { held, lost } = await filesOf(session, link, lock, id);
  const named = output === undefined ? undefined : absolutePath(session, output);
  const goal = named ?? (held.length === 1 ? held[0] : undefined);
  if (goal !== undefined && held.includes(goal))
    return pullFile(session, link, { path: goal, id: undefined, ...how });
  if (held.length > 0) return refuse(session, describeHeld(session, link, id, held));
  const set = await withProgress(session, ({ tell }) => {
    tell(0, 1, `reading ${id}`);
    return getHeldSet(link.client, id, sentence`Nothing was changed.`);
  });
  if (!set.ok) return stopAt(session, set.stop);
  const path = named ?? lost[0] ?? absolutePath(session, fileNameFor(set.set));
  return pullTo(session, link, lock, { path, set: set.set, ...how });
}

interface Files {
  /** Absolute paths of the files that are there. */
  readonly held: readonly string[];
  /** Of those that are gone. */
  readonly lost: readonly string[];
}

/** The files of the project that the lock knows the set by. */
async function filesOf(
  session: Session,
  { project, target }: Link,
  { entries }: Lock,
  id: string,
): Promise<Files> {
  const paths = entries
    .filter(
      ({ place, set }) => set.id === id && place.origin === target.origin && place.target === target.name,
    )
    .map(({ place }) => joinPath(project.root, place.file));
  const kinds = await Promise.all(paths.map((path) => session.world.files.kindOf(path)));
  return {
    held: paths.filter((_, index) => kinds[index] === "file"),
    lost: paths.filter((_, index) => kinds[index] === "missing"),
  };
}

interface Goal extends Pick<PullRequest, "params" | "wish"> {
  /** Absolute. */
  readonly path: string;
  readonly set: HeldSet;
}

async function pullTo(
  session: Session,
  link: Link,
  lock: Lock,
  { path, set, ...how }: Goal,
): Promise<ExitCode> {
  const file = placeInProject(link.project, path);
  if (file === undefined) {
    complain(
      session,
      `${displayPath(session, path)} is outside of the project in ${link.project.root}. Name a file in it.`,
    );
    return EXIT.wrongUse;
  }
  const { origin, name: target } = link.target;
  const before = setLockAt(lock, { origin, target, file }).id;
  if (before !== undefined && before !== set.id && !(await isGone(link.client, before)))
    return refuse(session, `${file} is the set ${before} already. Name another file with --output.`);
  return (await session.world.files.kindOf(path)) === "missing"
    ? makeFile(session, link, { path, file, set })
    : pullFile(session, link, { path, id: set.id, ...how });
}

async function isGone(client: Client, id: string): Promise<boolean> {
  const reply = await client.getSet(id);
  return !reply.ok && reply.failure.kind === "refused" && reply.failure.status === 404;
}

interface NewFile {
  readonly path: string;
  /** As seen from the project's folder. */
  readonly file: string;
  readonly set: HeldSet;
}

async function makeFile(session: Session, link: Link, { path, file, set }: NewFile): Promise<ExitCode> {
  const text = decompile(set.document, set.extras);
  if ((await deliver(session, text, { output: path, source: undefined })) === "failed") return EXIT.wrongUse;
  const stop = await withProgress(session, (steps) =>
    keepPulled(uploadOver(session, link, "auto", steps), file, set),
  );
  if (stop) return stopAt(session, stop);
  if (session.form === "json") {
    const said = { file, id: set.id, action: "created", files: [file], notes: [] } as const;
    sayJson(session, pulledReport(link.target, said));
  }
  return EXIT.done;
}

function describeHeld(session: Session, { target }: Link, id: string, paths: readonly string[]): string {
  const names = paths.map((path) => displayPath(session, path));
  const at = `--target ${shellWord(target.name)}`;
  return `The set ${id} is that of ${names.join(" and ")}. Pull into it with \`objectives pull ${shellWord(names[0] ?? "")} ${at}\`, or print it into a file that stays by itself with \`objectives show ${id} ${at} -o FILE\`.`;
}

function refuse(session: Session, reason: string): ExitCode {
  complain(session, `${reason} Nothing was changed.`);
  return EXIT.decision;
}

/** From the set's name, or its id where that has no letters. */
function fileNameFor({ id, document: { name } }: HeldSet): string {
  const words = name.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${words.length === 0 ? id : words.join("-").toLowerCase()}.objectives`;
}
