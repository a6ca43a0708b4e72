// The search field: marks what it finds, and walks from one hit to the next.
import type { GraphResult } from "../../server/src/protocol.ts";
import { found } from "./find.ts";
import type { PageWords } from "../src/preview/messages.ts";
import type { PageParts } from "./parts.ts";
import { filled } from "./words.ts";

export interface Finder {
  readonly open: () => void;
  readonly close: () => void;
  /** Searches again, in a new graph. */
  readonly update: () => void;
}

export interface FinderPorts {
  readonly words: Pick<PageWords, "hits" | "noHits">;
  readonly graph: () => GraphResult | undefined;
  readonly mark: (found: readonly string[]) => void;
  readonly goTo: (id: string) => void;
  readonly say: (words: string) => void;
}

export function finderOf(parts: PageParts, { words, graph, mark, goTo, say }: FinderPorts): Finder {
  const { finder, query, hits, stage } = parts;
  let ids: readonly string[] = [];
  let current = 0;
  const search = (): void => {
    ids = found(graph()?.nodes ?? [], query.value);
    current = Math.min(current, Math.max(0, ids.length - 1));
    mark(ids);
    hits.textContent = query.value.trim() === "" ? "" : placeWords(words, current, ids.length);
  };
  const go = (offset: number): void => {
    if (ids.length === 0) return;
    current = (current + offset + ids.length) % ids.length;
    hits.textContent = placeWords(words, current, ids.length);
    goTo(ids[current] ?? "");
  };
  const close = (): void => {
    finder.hidden = true;
    query.value = "";
    search();
    stage.focus();
  };
  query.addEventListener("input", () => {
    current = 0;
    search();
    go(0);
    say(hits.textContent);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  finder.addEventListener("submit", (event) => event.preventDefault());
  return {
    close,
    open: () => {
      finder.hidden = false;
      query.focus();
      query.select();
    },
    update: () => {
      if (!finder.hidden) search();
    },
  };
}

function placeWords({ hits, noHits }: FinderPorts["words"], current: number, count: number): string {
  return count === 0 ? noHits : filled(hits, current + 1, count);
}
