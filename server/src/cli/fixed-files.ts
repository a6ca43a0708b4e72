// `check --fix`: carries out the fixes that need no thinking, in sets and in what they include.
import { afterSafeFixes } from "../language/features/fixes.ts";
import { textOf } from "../language/model/source.ts";
import type { ParamValues } from "../language/model/params.ts";
import { sourceReader } from "../project/includes.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT, worst } from "./exit-code.ts";
import { DASH } from "./input.ts";
import { loadSet, type LoadedSet } from "./loaded-set.ts";
import { rewrite } from "./result-file.ts";
import type { Session } from "./session.ts";
import { complain, displayPath, note } from "./session.ts";

/** Mends the files one after the other: a later set sees what was done to a fragment that it shares. */
export async function fixFiles(
  session: Session,
  files: readonly string[],
  given: ParamValues,
): Promise<ExitCode> {
  if (files.includes(DASH)) {
    complain(session, "Standard input cannot be mended. Name a file.");
    return EXIT.wrongUse;
  }
  const exits: ExitCode[] = [];
  for (const file of files) {
    // What was written is read anew.
    const current = { ...session, readSource: sourceReader(session.world.files) };
    const set = await loadSet(current, file, given);
    if (set) exits.push(await fixSet(current, set));
  }
  return worst(exits);
}

async function fixSet(session: Session, { check, findings }: LoadedSet): Promise<ExitCode> {
  const wanted = new Set(findings.map(({ code }) => code));
  const after = afterSafeFixes(check, ({ code }) => wanted.has(code));
  const before = new Map(check.model.files.map(({ id, source }) => [id, textOf(source)]));
  const changed = after.model.files.filter(({ id, source }) => textOf(source) !== before.get(id));
  for (const { id, source } of changed) {
    if ((await rewrite(session, id, textOf(source))) === "failed") return EXIT.wrongUse;
    note(session, `Mended ${displayPath(session, id)}.`);
  }
  return EXIT.done;
}
