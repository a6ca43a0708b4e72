// A pull into files that are there: written only where they still are what was read.
import { inEnglish } from "../language/text/sentence.ts";
import { compile } from "../language/compile/compile.ts";
import { pull, type Pulled } from "../language/compile/pull.ts";
import type { ParamValues } from "../language/model/params.ts";
import { applyEdits } from "../language/text/edits.ts";
import type { FileId } from "../language/text/place.ts";
import {
  keepPulled,
  prepareBinding,
  preparePull,
  type Pulling,
  type PullWish,
  type Taking,
} from "../sync/pull.ts";
import { changeLines } from "../sync/report.ts";
import { afterPull } from "./after-pull.ts";
import type { Link } from "./connect.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { readOne } from "./input.ts";
import { checkedSet, findingsOf, reportsOf, type LoadedSet, type ParamSources } from "./loaded-set.ts";
import { placeInProject } from "./local-sets.ts";
import { areKnownParams } from "./params.ts";
import { withProgress } from "./progress.ts";
import { painterOf, stopAt } from "./remote-words.ts";
import { pulledReport } from "./report/pulled.ts";
import { rangesIn } from "./report/reported.ts";
import { textReport } from "./report/text.ts";
import { rewrite } from "./result-file.ts";
import type { Session } from "./session.ts";
import { complain, displayPath, note, say, sayJson } from "./session.ts";
import { uploadOver } from "./upload-over.ts";

export interface PullRequest {
  readonly path: string;
  /** The set that the file is to be from now on; undefined for the one that it was uploaded as. */
  readonly id: string | undefined;
  readonly params: ParamValues;
  readonly wish: PullWish;
}

export async function pullFile(
  session: Session,
  link: Link,
  { path, id, params, wish }: PullRequest,
): Promise<ExitCode> {
  const { project, target } = link;
  const input = await readOne(session, path);
  if (input?.path === undefined) return EXIT.wrongUse;
  const sources = { target, given: params };
  const set = await checkedSet(session, input, project, sources);
  if (!areKnownParams(session, [set], params)) return EXIT.wrongUse;
  const compiled = compile(set.check);
  if (compiled.kind !== "document") return refuse(session, set, compiled, id);
  const file = placeInProject(project, input.path) ?? input.path;
  const local = { file, document: compiled.document };
  const pulling = await withProgress(session, (steps) => {
    const upload = uploadOver(session, link, "auto", steps);
    return id === undefined ? preparePull(upload, local, wish) : prepareBinding(upload, local, { id, wish });
  });
  if (pulling.kind === "stopped") return stopAt(session, pulling.stop);
  const subject = { link, set, sources, file };
  if (pulling.kind !== "conflict") return finish(session, subject, pulling);
  tell(session, subject, pulling, { files: [], notes: [`${inEnglish(pulling.message)} ${ADVICE}`] });
  return EXIT.decision;
}

const ADVICE =
  "With --replace the platform's version is taken where the two differ; comments, params and layout stay. Keep a copy of the file first.";

/** The set that is pulled. */
interface Subject {
  readonly link: Link;
  readonly set: LoadedSet;
  readonly sources: ParamSources;
  /** As seen from the project's folder. */
  readonly file: string;
}

type Found = Exclude<Pulling, { readonly kind: "stopped" | "conflict" }>;

async function finish(session: Session, subject: Subject, pulling: Found): Promise<ExitCode> {
  const { link, file } = subject;
  const written = pulling.kind === "taking" ? await take(session, subject, pulling) : NOTHING_WRITTEN;
  if ("exit" in written) return written.exit;
  if (pulling.kind !== "ahead") {
    const stop = await withProgress(session, (steps) =>
      keepPulled(uploadOver(session, link, "auto", steps), file, pulling.held),
    );
    if (stop) return stopAt(session, stop);
  }
  tell(session, subject, pulling, written);
  return EXIT.done;
}

interface Written {
  /** As people see them. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

const NOTHING_WRITTEN: Written = { files: [], notes: [] };

async function take(
  session: Session,
  { set, sources }: Subject,
  { held }: Taking,
): Promise<Written | { readonly exit: ExitCode }> {
  const pulled = pull(set.check, held.document, held.extras);
  if (pulled.kind !== "edits") return { exit: EXIT.findings };
  const texts = editedTexts(set, pulled);
  if (!(await areAsRead(session, set, texts))) return { exit: EXIT.decision };
  for (const [id, text] of texts) {
    if ((await rewrite(session, id, text)) === "failed") return { exit: EXIT.wrongUse };
  }
  const files = [...texts.keys()].map((id) => displayPath(session, id));
  const after = await afterPull(session, set, sources, texts);
  return { files, notes: [...noteLines(session, set, pulled), ...after] };
}

type Edited = Extract<Pulled, { readonly kind: "edits" }>;

function editedTexts({ check: { model } }: LoadedSet, { edits }: Edited): ReadonlyMap<FileId, string> {
  const changed = model.files.flatMap(({ id, source }) => {
    const own = edits.filter(({ file }) => file === id);
    return own.length === 0 ? [] : [[id, applyEdits(source.text, own)] as const];
  });
  return new Map(changed);
}

/** Somebody may have saved a file while the platform was asked. */
async function areAsRead(
  session: Session,
  { check: { model } }: LoadedSet,
  texts: ReadonlyMap<FileId, string>,
): Promise<boolean> {
  for (const { id, source } of model.files.filter((it) => texts.has(it.id))) {
    const reading = await session.world.files.readFile(id);
    if (reading.ok && reading.value === source.text) continue;
    complain(session, `${displayPath(session, id)} was changed meanwhile. Nothing was written: pull again.`);
    return false;
  }
  return true;
}

function noteLines(session: Session, set: LoadedSet, { notes }: Edited): readonly string[] {
  const rangeOf = rangesIn(reportsOf(session, set, []));
  return notes.map(({ reason, ...place }) => {
    const range = rangeOf(place);
    const said = inEnglish(reason);
    return range ? `${range.file}:${range.line}:${range.column} ${said}` : said;
  });
}

function tell(
  session: Session,
  { link: { target }, set, file }: Subject,
  pulling: Exclude<Pulling, { readonly kind: "stopped" }>,
  { files, notes }: Written,
): void {
  if (session.form === "json") {
    const [{ id }, action] = [pulling.held, ACTIONS[pulling.kind]];
    sayJson(session, pulledReport(target, { file, id, action, files, notes }));
  }
  if (pulling.kind === "conflict") return complain(session, notes.join(" "));
  if (session.form === "json") return;
  say(session, `${file} (${pulling.held.id} on ${target.name}) ${WORDS[pulling.kind]}`);
  if (pulling.kind === "taking")
    say(session, changeLines(pulling.change, painterOf(session.paint)).join("\n"));
  // The set's own file is named above.
  if (files.some((it) => it !== set.input.name)) say(session, `Wrote ${files.join(", ")}.`);
  for (const line of notes) note(session, `note: ${line}`);
}

const ACTIONS = {
  unchanged: "unchanged",
  ahead: "ahead",
  taking: "pulled",
  conflict: "conflict",
} as const;

const WORDS = {
  unchanged: "says what the platform says.",
  ahead: "has changes that were not uploaded yet, and nothing changed on the platform. Push it.",
  taking: "took over what changed on the platform:",
} as const;

function refuse(
  session: Session,
  set: LoadedSet,
  compiled: Exclude<ReturnType<typeof compile>, { readonly kind: "document" }>,
  id: string | undefined,
): ExitCode {
  const { name } = set.input;
  if (compiled.kind === "fragment") {
    const [what, advice] =
      id === undefined
        ? ["is a fragment", "pull the set that includes it"]
        : ["is there already, and is no set", "name another file with --output"];
    complain(session, `${name} ${what}: ${advice}.`);
    return EXIT.wrongUse;
  }
  const findings = findingsOf(set, compiled);
  const errors = findings.filter(({ severity }) => severity === "error");
  session.world.errors.write(textReport(reportsOf(session, set, errors), session.paintErrors));
  complain(
    session,
    `${name} says no one set, so nobody can tell what changed. Nothing was changed: mend it first.`,
  );
  return EXIT.findings;
}
