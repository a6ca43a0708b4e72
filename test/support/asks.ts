// Every feature as a question that a test can ask: about a place, or about a file.
import { check } from "../../server/src/language/diagnostics/check.ts";
import { codeLenses } from "../../server/src/language/features/code-lenses.ts";
import { completion } from "../../server/src/language/features/completion.ts";
import { definition } from "../../server/src/language/features/definition.ts";
import { fixesFor } from "../../server/src/language/features/fixes.ts";
import { flowItemsAt, waysInto, waysOutOf } from "../../server/src/language/features/flow-hierarchy.ts";
import { folding } from "../../server/src/language/features/folding.ts";
import { highlights } from "../../server/src/language/features/highlights.ts";
import { hover } from "../../server/src/language/features/hover.ts";
import { inlayHints } from "../../server/src/language/features/inlay-hints.ts";
import { linkedEditing } from "../../server/src/language/features/linked-editing.ts";
import { links } from "../../server/src/language/features/links.ts";
import { outline } from "../../server/src/language/features/outline.ts";
import { REFACTORING_KINDS, refactoringsOf } from "../../server/src/language/features/refactor.ts";
import { references } from "../../server/src/language/features/references.ts";
import { renamableAt, rename } from "../../server/src/language/features/rename.ts";
import { selectionRanges } from "../../server/src/language/features/selection-ranges.ts";
import { flowPlaces, unitTokens } from "../../server/src/language/features/semantic-tokens.ts";
import { symbolsIn } from "../../server/src/language/features/workspace-symbols.ts";
import { sourceOf, type Model } from "../../server/src/language/model/analyze.ts";
import { absolute, type Source } from "../../server/src/language/model/source.ts";
import type { Sets } from "../../server/src/language/model/sharing.ts";
import type { Point } from "../../server/src/language/text/place.ts";
import type { Span } from "../../server/src/language/text/span.ts";

/** Answers about a place. */
type AskAt = (sets: Sets, point: Point) => unknown;

/** What a name is, whatever stands beside the program. */
export const AT_A_NAME: Readonly<Record<string, AskAt>> = {
  definition,
  references,
  highlights: ([model], point) => highlights(model, point),
  "linked editing": linkedEditing,
  rename: (sets, point) => [renamableAt(sets[0], point), rename(sets, point, "another 🙂")],
  // Beyond the declarations comes the file.
  "selection ranges": ([model], { file, offset }) => {
    const source = sourceOf(model, file);
    return source && selectionRanges(source, offset).slice(0, -1);
  },
};

/** What depends on the whole of the program. */
export const AT_A_MEANING: Readonly<Record<string, AskAt>> = {
  hover: (sets, point) => hover(viewsOf(sets), point),
  completion: (sets, point) => {
    const { items, ...said } = completion(viewsOf(sets), point, { fragments: () => [] });
    return { ...said, items: items.map(({ label, detail }) => ({ label, detail })) };
  },
  refactorings: (sets, { file, offset }) => {
    const asking = {
      sets: viewsOf(sets),
      selection: { file, span: { start: offset, end: offset } },
      beside: new Set<string>(),
    };
    return REFACTORING_KINDS.flatMap((kind) =>
      refactoringsOf(kind, asking).map((it) => [it.title, "draft" in it ? it.draft() : it.refused]),
    );
  },
  "call hierarchy": (sets, point) =>
    flowItemsAt(sets, point).map((item) => [item, waysInto(sets, item), waysOutOf(sets, item)]),
};

/** Answers about a file, each about a stretch of it. */
type AskAll = (sets: Sets, file: string) => readonly Stretch[];

type Stretch = { readonly span: Span } | { readonly offset: number };

export const OF_NAMES: Readonly<Record<string, AskAll>> = {
  outline: ([model], file) => ofSource(model, file, outline),
  symbols: ([model], file) => ofSource(model, file, symbolsIn),
  folds: ([model], file) => ofSource(model, file, folding).map(({ depth: _, ...it }) => it),
  links: ([model], file) => links(model, file),
};

export const OF_MEANINGS: Readonly<Record<string, AskAll>> = {
  tokens: ([model], file) =>
    ofSource(model, file, (source) =>
      source.units.flatMap((unit, index) =>
        unitTokens(unit, flowPlaces(model), "everything").map((it) => ({
          ...it,
          span: absolute(source, index, it.span),
        })),
      ),
    ),
  "code lenses": ([model], file) => codeLenses(model, file),
  "inlay hints": ([model], file) => inlayHints(model, file, EVERYWHERE, ALL_HINTS),
  "findings and fixes": (sets, file) => {
    const checks = viewsOf(sets);
    const own = checks[0].findings.filter((it) => it.file === file);
    return own.map((it) => ({ ...it, fixes: fixesFor(checks, it) }));
  },
};

const EVERYWHERE = { start: 0, end: Infinity };
const ALL_HINTS = { incoming: true, inherited: true, params: true };

function ofSource<Item>(
  model: Model,
  file: string,
  ask: (source: Source) => readonly Item[],
): readonly Item[] {
  const source = sourceOf(model, file);
  return source ? ask(source) : [];
}

function viewsOf([first, ...others]: Sets) {
  return [check(first), ...others.map((it) => check(it))] as const;
}
