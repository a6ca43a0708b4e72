// Which text each value of a compiled document comes from, and which value a place in a text becomes.
import { idOf, objectiveNode, placeAt, spanInFile, type Model } from "../model/analyze.ts";
import { promptOf } from "../model/inherited.ts";
import { declarationsOf } from "../model/source.ts";
import type { ObjectiveSymbol } from "../model/symbols.ts";
import type * as ast from "../syntax/ast.ts";
import type { Place, Point } from "../text/place.ts";
import { shift, touches, type Span } from "../text/span.ts";
import { FIELD, LINK_FORMS, type LinkForm, type ObjectiveItem, type SetDocument } from "./payload.ts";
import { below } from "./pointer.ts";

/** In the order of the document. */
export type SourceMap = readonly SourceEntry[];

export interface SourceEntry {
  readonly pointer: string;
  /** Of what nobody says: the name of the objective. */
  readonly place: Place;
  /** `nobody`: the value is built in, or missing. */
  readonly from: "own" | "defaults" | "nobody";
}

/** The map of the document that the model compiles to, with required links in the given form. */
export function sourceMap(model: Model, { name, objectives }: SetDocument, form: LinkForm): SourceMap {
  const defaults = model.files.map((_, file) => defaultsIn(model, file));
  return [
    ...(name === "" ? [] : titleEntry(model)),
    ...objectives.flatMap((item, index) => {
      const symbol = model.symbols.objectives[index];
      const node = symbol && objectiveNode(model, symbol);
      if (!symbol || !node) return [];
      const inherited = [defaults[symbol.at.file], defaults[0]].flatMap((it) => it ?? []);
      return entriesOf({ model, symbol, node, item, inherited }, below("", "data", index), form);
    }),
  ];
}

/** The same for either form, for pointers of a document of which nobody knows the form: both lead to the same arrows. */
export function sourceMapOfBothForms(model: Model, document: SetDocument): SourceMap {
  return LINK_FORMS.flatMap((form) => sourceMap(model, document, form));
}

/** The value that is written at the place: the innermost one. */
export function pointerAt(map: SourceMap, { file, offset }: Point): string | undefined {
  const around = map.filter(
    ({ place, from }) => from === "own" && place.file === file && touches(place.span, offset),
  );
  const inner = around.reduce<SourceEntry | undefined>(
    (best, entry) => (best && widthOf(best) < widthOf(entry) ? best : entry),
    undefined,
  );
  return inner?.pointer;
}

function widthOf({ place: { span } }: SourceEntry): number {
  return span.end - span.start;
}

interface Subject {
  readonly model: Model;
  readonly symbol: ObjectiveSymbol;
  readonly node: ast.Objective;
  readonly item: ObjectiveItem;
  /** The properties of defaults that hold for it, with their places, those that count first. */
  readonly inherited: readonly Inherited[];
}

interface Inherited {
  readonly property: ast.Property;
  readonly place: Place;
}

function titleEntry(model: Model): SourceMap {
  const [header] = model.symbols.headers;
  if (!header) return [];
  return [{ pointer: "/name", place: placeAt(model, header.at), from: "own" }];
}

function entriesOf(subject: Subject, pointer: string, form: LinkForm): SourceMap {
  const { node, item } = subject;
  const own = (at: string, span: Span): SourceEntry => ({
    pointer: at,
    place: placeIn(subject, span),
    from: "own",
  });
  const name = node.name?.span ?? node.span;
  const prompt = promptOf(node);
  return [
    own(pointer, node.span),
    { ...own(below(pointer, FIELD.name), name), from: node.name ? "own" : "nobody" },
    {
      ...own(below(pointer, FIELD.prompt), prompt?.span ?? name),
      from: prompt ? "own" : "nobody",
    },
    inheritable(subject, "confirm", below(pointer, FIELD.confirmation)),
    ...variableEntries(node, below(pointer, FIELD.variables), own),
    inheritable(subject, "modality", below(pointer, FIELD.modality)),
    ...conditionEntries(node, below(pointer, FIELD.conditional), own),
    ...requiredEntries(node, pointer, form, own),
    ...(item.callback === "" ? [] : [inheritable(subject, "callback", below(pointer, FIELD.callback))]),
  ];
}

type Own = (pointer: string, span: Span) => SourceEntry;

function variableEntries({ properties }: ast.Objective, pointer: string, own: Own): SourceMap {
  const collects = properties.filter((it) => it.kind === "collect");
  const [first] = collects;
  const names = collects.flatMap((it) => it.names);
  if (!first || names.length === 0) return [];
  return [own(pointer, first.span), ...names.map(({ span }, index) => own(below(pointer, index), span))];
}

function conditionEntries({ edges }: ast.Objective, pointer: string, own: Own): SourceMap {
  const targeted = edges.flatMap(({ kind, target, span }) =>
    kind !== "required" && target ? [{ target: target.text, span }] : [],
  );
  const [first] = targeted;
  const last = targeted.at(-1);
  if (!first || !last) return [];
  const all = { start: first.span.start, end: last.span.end };
  return [own(pointer, all), ...targeted.map(({ target, span }) => own(below(pointer, target), span))];
}

function requiredEntries({ edges }: ast.Objective, pointer: string, form: LinkForm, own: Own): SourceMap {
  const spans = edges.flatMap(({ kind, target, span }) => (kind === "required" && target ? [span] : []));
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return [];
  if (form === "single") return [own(below(pointer, FIELD.requiredSingle), first)];
  const list = below(pointer, FIELD.requiredList);
  const all = { start: first.start, end: last.end };
  return [own(list, all), ...spans.map((span, index) => own(below(list, index), span))];
}

/** A value that the objective says, or its defaults, or nobody. */
function inheritable(
  subject: Subject,
  kind: "confirm" | "modality" | "callback",
  pointer: string,
): SourceEntry {
  const { node, inherited } = subject;
  const own = node.properties.find((it) => says(it, kind));
  if (own) return { pointer, place: placeIn(subject, own.span), from: "own" };
  const shared = inherited.find(({ property }) => says(property, kind));
  if (shared) return { pointer, place: shared.place, from: "defaults" };
  return { pointer, place: placeIn(subject, node.name?.span ?? node.span), from: "nobody" };
}

/** Whether the property is of the kind and has its value. */
function says(property: ast.Property, kind: "confirm" | "modality" | "callback"): boolean {
  if (property.kind !== kind) return false;
  return property.kind === "callback" ? property.text !== undefined : property.value !== undefined;
}

function placeIn({ model, symbol }: Pick<Subject, "model" | "symbol">, span: Span): Place {
  return { file: idOf(model, symbol.at), span: spanInFile(model, symbol.at, span) };
}

function defaultsIn({ files }: Model, file: number): readonly Inherited[] {
  const it = files[file];
  if (!it) return [];
  return Array.from(declarationsOf(it.source)).flatMap(({ node, offset }) =>
    node.kind === "defaults"
      ? node.properties.map((property) => ({
          property,
          place: { file: it.id, span: shift(property.span, offset) },
        }))
      : [],
  );
}
