// The objectives of a file in the order of the flow: each behind those that lead to it, and else as they stand.
import type { Model } from "./analyze.ts";
import { reversed, type Ways } from "./ways.ts";

/** The indices of the file's objectives; a file that is in order stays as it is. Arrows that lead back count for nothing. */
export function flowOrder({ symbols, flow }: Model, file: number): readonly number[] {
  const previous = reversed(flow.forward.next);
  const search: Search = {
    previous,
    way: previous.begins.slice(),
    isDone: new Uint8Array(symbols.objectives.length),
  };
  const isOwn = (index: number): boolean => symbols.objectives[index]?.at.file === file;
  return [...symbols.objectives.keys()]
    .filter(isOwn)
    .flatMap((index) => behindOthers(index, search))
    .filter(isOwn);
}

interface Search {
  /** The objectives that lead to each one. */
  readonly previous: Ways;
  /** Which of these is looked at next. */
  readonly way: Int32Array;
  readonly isDone: Uint8Array;
}

/** The objective behind all that leads to it and has not had its turn yet. */
function behindOthers(last: number, { previous, way, isDone }: Search): readonly number[] {
  const order: number[] = [];
  const walk = isDone[last] === 1 ? [] : [last];
  for (let index = walk.at(-1); index !== undefined; index = walk.at(-1)) {
    const place = way[index] ?? 0;
    way[index] = place + 1;
    if (place === previous.begins[index + 1]) {
      walk.pop();
      isDone[index] = 1;
      order.push(index);
    } else {
      const from = previous.others[place] ?? 0;
      if (isDone[from] !== 1) walk.push(from);
    }
  }
  return order;
}
