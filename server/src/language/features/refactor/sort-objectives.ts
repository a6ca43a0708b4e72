// The objectives of a file in the order in which a conversation comes to them.
import { arrange } from "../../compile/pull/arrange.ts";
import { filesOf, homeIn, spanIn } from "../../compile/pull/files.ts";
import { fileIndex, type Model } from "../../model/analyze.ts";
import { flowOrder } from "../../model/flow-order.ts";
import type { FileEdit, FileId } from "../../text/place.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { foundIn } from "../fixes/found.ts";
import { offered, refused, type Asking, type Refactoring } from "./refactoring.ts";

/** Asked for in the first line of an objective, or in the header. */
export function sortObjectives({ sets, selection }: Asking): readonly Refactoring[] {
  const [{ model }] = sets;
  const found = foundIn(model, selection);
  const node = found?.declaration;
  if (!found || !node) return [];
  const end = node.kind === "objective" ? (node.body?.start ?? node.span.end) : node.span.end;
  const isHead = (node.kind === "objective" || node.kind === "header") && found.span.end <= end;
  return isHead ? sortFile(model, selection.file) : [];
}

/** The same for a whole file, whatever is selected in it; nothing where it is in order. */
export function sortFile(model: Model, file: FileId): readonly Refactoring[] {
  const title = sentence`Sort objectives in flow order`;
  const reason = unsortable(model, file);
  if (reason) return [refused(title, reason)];
  const order = flowOrder(model, fileIndex(model, file) ?? -1);
  const isInOrder = order.every((index, place) => place === 0 || index > (order[place - 1] ?? 0));
  if (isInOrder) return [];
  return [offered(title, () => ({ edits: sorted(model, file, order), keeps: "all but the order" }))];
}

function unsortable({ files, symbols }: Model, file: FileId): Sentence | undefined {
  const units = files.find(({ id }) => id === file)?.source.units ?? [];
  if (units.some(({ issues }) => issues.length > 0))
    return sentence`Something in this file cannot be read: mend that first.`;
  // Of several objectives of one name the first counts.
  if (symbols.byName.size < symbols.objectives.length)
    return sentence`Some objectives have the same name, or none: mend that first.`;
  return undefined;
}

function sorted(model: Model, file: FileId, order: readonly number[]): readonly FileEdit[] {
  const pulled = filesOf(model, new Map()).find(({ id }) => id === file);
  if (!pulled) return [];
  const places = new Map(pulled.objectives.map(({ index }, place) => [index, place]));
  const wanted = order.flatMap((index) => places.get(index) ?? []);
  const layout = { ...pulled, declarations: pulled.objectives.map(spanIn), home: homeIn(pulled) };
  return arrange(layout, wanted, () => []).map((edit) => ({ file, ...edit }));
}
