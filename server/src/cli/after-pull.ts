// What a pull did beside what it was for: to other sets that share what it wrote, and to what is found in the text.
import { counted } from "../language/text/counted.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { FileId } from "../language/text/place.ts";
import { sourceReader } from "../project/includes.ts";
import { shellWord } from "../sync/shell-word.ts";
import { otherSets } from "./checked-files.ts";
import { checkedSet, type LoadedSet, type ParamSources } from "./loaded-set.ts";
import type { Session } from "./session.ts";
import { displayPath } from "./session.ts";

/** `texts`: what was written, by file. */
export async function afterPull(
  session: Session,
  set: LoadedSet,
  params: ParamSources,
  texts: ReadonlyMap<FileId, string>,
): Promise<readonly string[]> {
  const now = { ...session, readSource: sourceReader(session.world.files) };
  return [...(await sharedNote(now, set, params, texts)), ...(await findingsNote(now, set, params, texts))];
}

async function sharedNote(
  session: Session,
  set: LoadedSet,
  { given }: ParamSources,
  texts: ReadonlyMap<FileId, string>,
): Promise<readonly string[]> {
  const fragments = [...texts.keys()].filter((id) => id !== set.id);
  if (fragments.length === 0) return [];
  const partsOf = ({ check: { model } }: LoadedSet): readonly FileId[] =>
    fragments.filter((id) => model.files.some((file) => file.id === id));
  const others = (await otherSets(session, [set], given)).filter((it) => partsOf(it).length > 0);
  if (others.length === 0) return [];
  const shared = new Set(others.flatMap(partsOf));
  const names = [...shared].map((id) => displayPath(session, id)).join(", ");
  const are = shared.size === 1 ? "is a part" : "are parts";
  const sets = others.length > MOST_NAMED ? [] : others.map(({ input }) => shellWord(input.name));
  return [`${names} ${are} of other sets, too. Check them: \`${["objectives check", ...sets].join(" ")}\`.`];
}

/** More would be no command that anybody reads: then all are checked. */
const MOST_NAMED = 3;

/** The platform's words count, whatever is found in them; but nobody shall learn of it by the next push alone. */
async function findingsNote(
  session: Session,
  set: LoadedSet,
  params: ParamSources,
  texts: ReadonlyMap<FileId, string>,
): Promise<readonly string[]> {
  const input = { ...set.input, text: texts.get(set.id) ?? set.input.text };
  const { findings } = await checkedSet(session, input, set.project, params);
  const fresh = newAmong(findings, set.findings);
  const counts = (["error", "warning"] as const)
    .map((severity) => [fresh.filter((it) => it.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => counted(count, severity));
  if (counts.length === 0) return [];
  const check = `objectives check ${shellWord(set.input.name)}`;
  return [`The text has ${counts.join(" and ")} that it had not before: \`${check}\` shows them.`];
}

/** Those that were not found before; by what they say, for their places move. */
function newAmong(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const left = before.map(sayingOf);
  return findings.filter((finding) => {
    const known = left.indexOf(sayingOf(finding));
    if (known >= 0) left.splice(known, 1);
    return known < 0;
  });
}

function sayingOf({ code, severity, arguments: args }: Finding): string {
  return JSON.stringify([code, severity, args]);
}
