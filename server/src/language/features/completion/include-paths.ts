// Behind `include`: the fragments that a file may include, and the folders on the way to them, the nearest first.
import { spanAt, type Model } from "../../model/analyze.ts";
import { touches } from "../../text/span.ts";
import type { CompletionItem } from "./item.ts";
import type { Quotes } from "./place.ts";
import { begunText, wholeText, writtenText } from "./quoted-text.ts";
import type { Spot } from "./spot.ts";

/** `fragments`: their paths as seen from the cursor's file, such as `./closing.objectives`. */
export function includable(
  model: Model,
  spot: Spot,
  quotes: Quotes,
  fragments: readonly string[],
): readonly CompletionItem[] {
  const { letters } = spot;
  const others = pathsElsewhere(model, spot);
  const included = new Set(others.map(withoutDot));
  const start = letters.slice(0, letters.lastIndexOf("/") + 1);
  const open = fragments
    .filter((path) => !included.has(withoutDot(path)))
    .map(isWithoutDot(letters, others) ? withoutDot : (path) => path)
    .filter((path) => path.startsWith(start))
    .toSorted(byNearness);
  const folders = new Set(open.flatMap((path) => foldersOf(path, start)));
  return [
    ...open.map((path): CompletionItem => ({
      label: path,
      kind: "file",
      ...wholeText(writtenText(path), quotes),
    })),
    ...[...folders].map((path): CompletionItem => ({
      label: path,
      kind: "folder",
      ...begunText(writtenText(path), quotes),
      then: "complete again",
    })),
  ];
}

/** The paths of the file's includes, but for the one that is being written. */
function pathsElsewhere(model: Model, { file, typed }: Spot): readonly string[] {
  return model.includes
    .filter(({ at }) => at.file === file && !touches(spanAt(model, at), typed.end))
    .map(({ path }) => path);
}

/** Whether paths are written `closing.objectives` here: as this one begins, or else as the file's other includes do. */
function isWithoutDot(letters: string, others: readonly string[]): boolean {
  const written = letters === "" ? others : [letters];
  return written.length > 0 && written.every((path) => !path.startsWith("."));
}

function withoutDot(path: string): string {
  return path.replace(/^\.\//, "");
}

/** The folders on the way to a file that lie below what is typed. */
function foldersOf(path: string, start: string): readonly string[] {
  return Array.from(path.matchAll(/(?<!\.)\//g), ({ index }) => path.slice(0, index + 1)).filter(
    (folder) => folder.length > start.length && folder.startsWith(start),
  );
}

function byNearness(one: string, other: string): number {
  return partsOf(one) - partsOf(other) || (one < other ? -1 : 1);
}

function partsOf(path: string): number {
  return path.split("/").length;
}
