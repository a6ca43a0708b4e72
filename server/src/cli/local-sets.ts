// The sets that a command sends: found, read, checked and compiled, or the reasons why nothing may be sent.
import { compile } from "../language/compile/compile.ts";
import type { ParamValues } from "../language/model/params.ts";
import type { Project } from "../project/find-project.ts";
import { relativePath } from "../project/paths.ts";
import type { Target } from "../project/targets.ts";
import type { LocalSet } from "../sync/upload.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT, worst } from "./exit-code.ts";
import { DASH, folderOf, nameFiles, readOne } from "./input.ts";
import {
  checkedSet,
  findingsOf,
  openProject,
  reportsOf,
  type LoadedSet,
  type ParamSources,
} from "./loaded-set.ts";
import { areKnownParams } from "./params.ts";
import type { FileFindings } from "./report/reported.ts";
import { byFile, countOf } from "./report/reported.ts";
import { summary, textReport } from "./report/text.ts";
import type { Session } from "./session.ts";
import { absolutePath, complain, displayPath } from "./session.ts";

export type LocalSets =
  | {
      readonly ok: true;
      readonly sets: readonly LocalSet[];
      /** Each set as it was read, by its file as the project sees it. */
      readonly loaded: ReadonlyMap<string, LoadedSet>;
    }
  | { readonly ok: false; readonly exit: ExitCode };

/** The project that files to be sent belong to: that of the first, else of where the command was started. */
export async function projectOf(session: Session, given: readonly string[]): Promise<Project | undefined> {
  const [first] = given;
  if (first === undefined || /[*?{[]/.test(first)) return openProject(session, session.folder);
  const path = absolutePath(session, first);
  const isFolder = (await session.world.files.kindOf(path)) === "folder";
  return openProject(session, isFolder ? path : folderOf(session, { path }));
}

/** Every set that is meant: those named, else those of the project that the target names. */
export async function localSets(
  session: Session,
  project: Project,
  target: Target,
  { files: given, params }: Wanted,
): Promise<LocalSets> {
  const named = await namedFiles(session, project, target, given);
  if (named === undefined) return { ok: false, exit: EXIT.wrongUse };
  const sources = { target, given: params };
  const readings = [];
  for (const file of named) readings.push(await readSet(session, project, file, sources));
  const reports = readings.flatMap((it) => (it.kind === "unfit" ? it.reports : []));
  const exits = readings.map((it) => (it.kind === "unreadable" ? EXIT.wrongUse : EXIT.done));
  if (reports.length > 0) refuseToSend(session, reports);
  const read = readings.flatMap((it) => ("loaded" in it ? [it.loaded] : []));
  if (!areKnownParams(session, read, params)) return { ok: false, exit: EXIT.wrongUse };
  const exit = worst([...exits, reports.length > 0 ? EXIT.findings : EXIT.done]);
  if (exit !== EXIT.done) return { ok: false, exit };
  const fit = readings.flatMap((it) => (it.kind === "set" ? [it] : []));
  const sets = fit.map(({ set }) => set);
  const loaded = new Map(fit.map((it) => [it.set.file, it.loaded]));
  if (sets.length > 0) return { ok: true, sets, loaded };
  complain(session, 'None of these files is a set: a set begins with a line like objectives "Name".');
  return { ok: false, exit: EXIT.wrongUse };
}

/** A file as the lock knows it: seen from its project. */
export function placeInProject({ root }: Project, path: string): string | undefined {
  return relativePath(root, path);
}

/** Those named must be of the project; those found in it leave out what belongs to another in a folder of it. */
async function namedFiles(
  session: Session,
  project: Project,
  { sets }: Target,
  given: readonly string[],
): Promise<readonly string[] | undefined> {
  if (given.includes(DASH)) {
    complain(session, "Standard input has no name that an upload could be remembered by. Name a file.");
    return undefined;
  }
  const isNamed = given.length > 0;
  const { files, found } = isNamed
    ? await nameFiles(session, given)
    : await nameFiles({ ...session, folder: project.root }, sets ?? ["."]);
  const { own, foreign, unclear } = await sorted(session, project, files);
  if (found === "some" || unclear.length > 0) return undefined;
  if (!isNamed || foreign.length === 0) return own;
  const names = foreign.map((path) => displayPath(session, path)).join(", ");
  complain(session, `Not of the project in ${project.root}: ${names}. Send each project by itself.`);
  return undefined;
}

interface OwnFiles {
  readonly own: readonly string[];
  readonly foreign: readonly string[];
  readonly unclear: readonly string[];
}

/** Which files belong to this project, and not to one in a folder of it or beside it. */
async function sorted(session: Session, { root }: Project, files: readonly string[]): Promise<OwnFiles> {
  const owners = await Promise.all(files.map((path) => openProject(session, folderOf(session, { path }))));
  return {
    own: files.filter((_, index) => owners[index]?.root === root),
    foreign: files.filter((_, index) => owners[index] !== undefined && owners[index].root !== root),
    unclear: files.filter((_, index) => owners[index] === undefined),
  };
}

/** What a command is asked to send. */
export interface Wanted {
  /** As they were named; without any, those of the target. */
  readonly files: readonly string[];
  readonly params: ParamValues;
}

type SetReading =
  | { readonly kind: "set"; readonly set: LocalSet; readonly loaded: LoadedSet }
  | { readonly kind: "fragment" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "unfit"; readonly reports: readonly FileFindings[]; readonly loaded: LoadedSet };

async function readSet(
  session: Session,
  project: Project,
  path: string,
  params: ParamSources,
): Promise<SetReading> {
  const input = await readOne(session, path);
  const file = placeInProject(project, path) ?? path;
  if (input === undefined) return { kind: "unreadable" };
  const loaded = await checkedSet(session, input, project, params);
  const compiled = compile(loaded.check);
  if (compiled.kind === "fragment") return { kind: "fragment" };
  const reports = reportsOf(session, loaded, findingsOf(loaded, compiled));
  if (compiled.kind === "refused" || countOf(reports, "error") > 0) return { kind: "unfit", reports, loaded };
  return { kind: "set", set: { file, document: compiled.document }, loaded };
}

/** Only the errors: they are what stands in the way. */
function refuseToSend(session: Session, reports: readonly FileFindings[]): void {
  const errors = byFile(reports).map((it) => ({
    ...it,
    findings: it.findings.filter(({ severity }) => severity === "error"),
  }));
  session.world.errors.write(textReport(errors, session.paintErrors));
  complain(session, `${summary(errors)} Nothing was sent: mend them first.`);
}
