// A way through a set as a finding tells it, by its names and of a long one only its two ends; and where else something is.
import type { Model } from "../model/analyze.ts";
import type { Ref, Symbols } from "../model/symbols.ts";

/** So many objectives of each end. */
const END = 6;

/** Whether a step of a way is told. */
export function isTold(step: number, { length }: readonly number[]): boolean {
  return step < END || step >= length - END;
}

/** The names on a way, with a word for those in the middle that are left out. */
export function namesOn(way: readonly number[], { objectives }: Symbols): readonly string[] {
  return way.flatMap((index, step) => {
    if (isTold(step, way)) return [objectives[index]?.name ?? ""];
    return step === END ? [`… ${way.length - 2 * END} more …`] : [];
  });
}

/** Every arrow that leads from one objective to the other. */
export function arrowsBetween(
  { objectives, byName }: Symbols,
  from: number | undefined,
  to: number | undefined,
): readonly Ref[] {
  const edges = from === undefined ? [] : (objectives[from]?.edges ?? []);
  return edges.filter(({ name }) => byName.get(name) === to);
}

/** The name of the other's file, where that is another one than its own; "" where it is the same. */
export function fileOfOther({ files }: Model, own: Ref, other: Ref): string {
  if (own.file === other.file) return "";
  const id = files[other.file]?.id ?? "";
  return id.slice(id.lastIndexOf("/") + 1).replaceAll(ESCAPED, (it) => decodeURIComponent(it));
}

/** Characters as URIs have them, whole; whatever only looks like one stays as it is. */
const ESCAPED =
  /%[0-7][\dA-F]|%(?:C[2-9A-F]|D[\dA-F])%[89AB][\dA-F]|%E[1-9A-CEF](?:%[89AB][\dA-F]){2}|%F[1-3](?:%[89AB][\dA-F]){3}/gi;

/** Whether a file has no place yet, from which others could be seen. */
export function isPlaceless({ files }: Model, { file }: Ref): boolean {
  return !(files[file]?.id ?? "").includes("/");
}
