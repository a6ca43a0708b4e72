// Where in a text the value is written that the platform refuses.
import { entryAround } from "../language/compile/pointer.ts";
import { sourceMapOfBothForms } from "../language/compile/source-map.ts";
import { lineIndex } from "../language/text/line-index.ts";
import type { Failure } from "../platform/result.ts";
import { pointedAt } from "../sync/pointed-at.ts";
import type { LocalSet } from "../sync/upload.ts";
import { reportsOf, type LoadedSet } from "./loaded-set.ts";
import { rangesIn } from "./report/reported.ts";
import { placeLines } from "./report/text.ts";
import type { Session } from "./session.ts";

/** Prints the place that the platform's words point at, where they do. */
export function sayWhere(
  session: Session,
  set: LoadedSet,
  { document }: LocalSet,
  failure: Failure | undefined,
): void {
  const pointer = failure?.kind === "refused" ? pointedAt(failure.words, document) : undefined;
  if (pointer === undefined) return;
  const map = sourceMapOfBothForms(set.check.model, document);
  const place = entryAround(map, pointer)?.place;
  const files = reportsOf(session, set, []);
  const range = place && rangesIn(files)(place);
  const text = files.find(({ id }) => id === place?.file)?.text;
  if (range === undefined || text === undefined) return;
  const lines = placeLines({ lines: lineIndex(text), range }, session.paintErrors);
  session.world.errors.write(`${lines.join("\n")}\n`);
}
