// `check --fix`: carries out the fixes that need no thinking, in sets and in what they include.
import type { Check } from "../language/diagnostics/check.ts";
import { afterSafeFixes } from "../language/features/safe-fixes.ts";
import { isSet } from "../language/model/analyze.ts";
import type { ParamValues } from "../language/model/params.ts";
import type { FileId } from "../language/text/place.ts";
import { describeFileFailure } from "../project/file-system.ts";
import { sourceReader } from "../project/includes.ts";
import { filesOf, otherSets } from "./checked-files.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT, worst } from "./exit-code.ts";
import { DASH } from "./input.ts";
import { loadSet, type LoadedSet } from "./loaded-set.ts";
import type { Session } from "./session.ts";
import { complain, displayPath, note } from "./session.ts";

/** Mends the files and what they include, but never so that another set of their projects has an error more. */
export async function fixFiles(
  session: Session,
  files: readonly string[],
  given: ParamValues,
): Promise<ExitCode> {
  if (files.includes(DASH)) {
    complain(session, "Standard input cannot be mended. Name a file.");
    return EXIT.wrongUse;
  }
  // What is read here is read anew once it is mended.
  const current = { ...session, readSource: sourceReader(session.world.files) };
  const read = [];
  for (const file of files) read.push(await loadSet(current, file, given));
  const named = read.flatMap((set) => set ?? []);
  const isShared = named.some(({ check: { model } }) => model.files.length > 1 || !isSet(model));
  const others = isShared ? await otherSets(current, named, given) : [];
  const exit = await writeAll(session, mended(named, others));
  return worst([exit, ...read.map((set) => (set ? EXIT.done : EXIT.wrongUse))]);
}

/** The texts that are others now, by their files: of those that were named, and of what these include. */
function mended(named: readonly LoadedSet[], others: readonly LoadedSet[]): ReadonlyMap<FileId, string> {
  const own = new Set(named.flatMap(filesOf));
  const sets = [...named, ...others].filter(({ check: { model } }) => isSet(model));
  const included = new Set(sets.flatMap(filesOf));
  const loose = named.filter(({ id, check: { model } }) => !isSet(model) && !included.has(id));
  const subjects = [...sets, ...loose];
  let checks = subjects.map(({ check }) => check);
  const before = textsOf(checks);
  // Each in its turn is the first.
  for (const { findings } of subjects) {
    const [subject, ...rest] = checks;
    if (!subject) break;
    const wanted = new Set(findings.map(({ code }) => code));
    const [after, ...further] = afterSafeFixes(
      [subject, ...rest],
      ({ code }, { edits }) => wanted.has(code) && edits.every(({ file }) => own.has(file)),
    );
    checks = [...further, after];
  }
  return new Map([...textsOf(checks)].filter(([id, text]) => text !== before.get(id)));
}

function textsOf(checks: readonly Check[]): ReadonlyMap<FileId, string> {
  return new Map(
    checks.flatMap(({ model }) => model.files.map(({ id, source }) => [id, source.text] as const)),
  );
}

async function writeAll(session: Session, texts: ReadonlyMap<FileId, string>): Promise<ExitCode> {
  for (const [id, text] of texts) {
    const writing = await session.world.files.writeFileAtomic(id, text);
    if (!writing.ok) {
      complain(session, describeFileFailure({ ...writing.failure, path: displayPath(session, id) }));
      return EXIT.wrongUse;
    }
    note(session, `Mended ${displayPath(session, id)}.`);
  }
  return EXIT.done;
}
