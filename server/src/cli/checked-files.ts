// Files checked together: sets with what they include, and fragments within the sets that include them.
import { counted } from "../language/text/counted.ts";
import { check } from "../language/diagnostics/check.ts";
import { isSet } from "../language/model/analyze.ts";
import type { ParamValues } from "../language/model/params.ts";
import { among } from "../language/model/workspace.ts";
import type { FileId } from "../language/text/place.ts";
import { findFiles } from "../project/find-sets.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT, worst } from "./exit-code.ts";
import { loadSet, reportsOf, withCheck, type LoadedSet } from "./loaded-set.ts";
import { areKnownParams } from "./params.ts";
import type { Steps } from "./progress.ts";
import { byFile, type FileFindings } from "./report/reported.ts";
import type { Session } from "./session.ts";
import { complain, silent } from "./session.ts";

export interface Checked {
  /** Of the files that were named, in their order, then of the fragments that these include. */
  readonly reports: readonly FileFindings[];
  readonly exit: ExitCode;
}

/** Checks the files; what several sets say of a fragment is said once. */
export async function checkFiles(
  session: Session,
  files: readonly string[],
  given: ParamValues,
  { tell }: Steps,
): Promise<Checked> {
  const named: LoadedSet[] = [];
  const exits: ExitCode[] = [];
  for (const [index, file] of files.entries()) {
    tell(index, files.length, `checking ${counted(files.length, "file")}`);
    if (session.world.interruption.aborted) {
      complain(session, `Interrupted: ${named.length} of ${counted(files.length, "file")} checked.`);
      return { reports: reportsOfAll(session, named), exit: EXIT.interrupted };
    }
    const set = await loadSet(session, file, given);
    if (set === undefined) exits.push(EXIT.wrongUse);
    else named.push(set);
  }
  if (!areKnownParams(session, named, given)) exits.push(EXIT.wrongUse);
  return { reports: await reportAll(session, named, given), exit: worst(exits) };
}

async function reportAll(
  session: Session,
  named: readonly LoadedSet[],
  given: ParamValues,
): Promise<readonly FileFindings[]> {
  const sets = named.filter(({ check: { model } }) => isSet(model));
  const included = new Set(sets.flatMap(filesOf));
  const loose = named.filter((it) => !isSet(it.check.model) && !included.has(it.id));
  const others = loose.length === 0 ? [] : await otherSets(session, named, given);
  const checked = [
    ...sets.map((set) => amongOthers(set, sets)),
    ...loose.flatMap((fragment) => {
      const includers = others.filter((set) => filesOf(set).includes(fragment.id));
      return includers.length > 0 ? includers : [amongOthers(fragment, [])];
    }),
  ];
  const reports = new Map(reportsOfAll(session, checked).map((report) => [report.id, report]));
  const wanted = new Set([...named.map(({ id }) => id), ...included]);
  return [...wanted].flatMap((id) => reports.get(id) ?? []);
}

export function filesOf({ check: { model } }: LoadedSet): readonly FileId[] {
  return model.files.map(({ id }) => id);
}

function amongOthers(set: LoadedSet, sets: readonly LoadedSet[]): LoadedSet {
  const namesakes = sets.filter((it) => it.id !== set.id && nameOf(it) === nameOf(set));
  const called = namesakes.map(({ input }) => input.name);
  const model = among(set.check.model, { namesakes: called, includedBy: "nobody" });
  return withCheck(set, check(model, set.check));
}

function nameOf({ check: { model } }: LoadedSet): string | undefined {
  return model.symbols.headers[0]?.name;
}

/**
 * The sets of the projects of these files that were not named: a fragment may be a part of them. What is wrong with one
 * that cannot be read is not said: nobody asked about it.
 */
export async function otherSets(
  session: Session,
  named: readonly LoadedSet[],
  given: ParamValues,
): Promise<readonly LoadedSet[]> {
  const known = new Set(named.map(({ id }) => id));
  const sets: LoadedSet[] = [];
  for (const root of new Set(named.map(({ project }) => project.root))) {
    const { files } = await findFiles(session.world.files, root, []);
    for (const file of files.filter((it) => !known.has(it))) {
      const set = await loadSet(silent(session), file, given);
      if (set && isSet(set.check.model)) sets.push(set);
    }
  }
  return sets;
}

function reportsOfAll(session: Session, sets: readonly LoadedSet[]): readonly FileFindings[] {
  return byFile(sets.flatMap((set) => reportsOf(session, set, set.findings)));
}
