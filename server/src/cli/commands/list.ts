// `objectives list`: the sets that the platform holds.
import { counted } from "../../language/text/counted.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import type { RemoteSet } from "../../platform/remote.ts";
import type { Lock } from "../../project/lock.ts";
import { describeLockFailure } from "../../project/lock-file.ts";
import { describeTarget } from "../../project/targets.ts";
import { readHeldSet } from "../../sync/remote-set.ts";
import type { Call, CommandSpec } from "../command.ts";
import type { Link } from "../connect.ts";
import { targetOf, withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { openProject } from "../loaded-set.ts";
import { withProgress } from "../progress.ts";
import { failAt } from "../remote-words.ts";
import { displayWidth, safeForTerminal } from "../report/display-width.ts";
import type { Session } from "../session.ts";
import { complain, note, say, sayJson } from "../session.ts";

export const listCommand: CommandSpec = {
  name: "list",
  operands: [],
  summary: "list the sets on the platform",
  details:
    "Lists every set that the platform holds, with the file that it came from where that is known here.",
  options: [],
  examples: ["objectives list", "objectives list --target tavus --json"],
  run: runList,
};

async function runList({ session }: Call): Promise<ExitCode> {
  const project = await openProject(session, session.folder);
  const target = project && (await targetOf(session, project));
  if (project === undefined || target === undefined) return EXIT.wrongUse;
  return withLink(session, project, target, (link) => listOver(session, link));
}

async function listOver(session: Session, link: Link): Promise<ExitCode> {
  const lock = await link.locks.read();
  if (!lock.ok) {
    complain(session, describeLockFailure(lock.failure));
    return EXIT.wrongUse;
  }
  const listing = await withProgress(session, ({ tell }) => {
    tell(0, 1, `reading the sets of ${link.target.name}`);
    return link.client.listSets();
  });
  if (!listing.ok) return failAt(session, listing.failure);
  const rows = listing.value.map((set) => rowOf(set, link, lock.lock));
  if (session.form === "json") sayJson(session, { version: 1, target: link.target.name, sets: rows });
  else print(session, link, rows);
  return EXIT.done;
}

interface Row {
  readonly objectives_id: string;
  readonly name: string;
  /** How many; null where the set cannot be read. */
  readonly objectives: number | null;
  readonly file: string | null;
}

function rowOf(set: RemoteSet, { target }: Link, { entries }: Lock): Row {
  const entry = entries.find(
    ({ place, set: { id } }) =>
      id === set.id && place.origin === target.origin && place.target === target.name,
  );
  return {
    objectives_id: set.id,
    name: set.name,
    objectives: readHeldSet(set)?.document.objectives.length ?? null,
    file: entry?.place.file ?? null,
  };
}

function print(session: Session, { target }: Link, rows: readonly Row[]): void {
  const cells = rows.map(({ objectives_id: id, name, objectives, file }) => [
    id,
    safeForTerminal(name === "" ? "(no name)" : name),
    objectives === null ? "unreadable" : counted(objectives, "objective"),
    safeForTerminal(file ?? ""),
  ]);
  for (const line of table(cells)) say(session, line);
  note(session, `${counted(rows.length, "set")} on ${inEnglish(describeTarget(target))}.`);
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}
