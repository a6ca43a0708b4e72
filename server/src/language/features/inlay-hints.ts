// What a text does not say where one reads it: how many ways lead to an objective, what it inherits, what a param stands for.
import { isSecret } from "../diagnostics/secrets.ts";
import { fileIndex, objectiveNode, placeAt, spanInFile, type Model } from "../model/analyze.ts";
import type { Mention } from "../model/mentions.ts";
import { paramValues } from "../model/params.ts";
import { absolute, unitAt, type Source } from "../model/source.ts";
import type { EdgeSymbol, ObjectiveSymbol } from "../model/symbols.ts";
import { printString } from "../syntax/print.ts";
import type { FileId, Place } from "../text/place.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import { shortened } from "../text/shortened.ts";
import type { Span, TextEdit } from "../text/span.ts";
import { defaultsFor, isSaid, writtenInto, type Default } from "./inlay-hints/inherited.ts";
import { nameAt } from "./name-at.ts";
import { possibleTargetsIn, waysInto } from "./ways-in.ts";

export type HintKind = "incoming" | "inherited" | "params";

/** Which of them are wanted. */
export type HintWishes = Readonly<Record<HintKind, boolean>>;

export interface InlayHint {
  readonly kind: HintKind;
  /** Where it stands in the file. */
  readonly offset: number;
  readonly label: string;
  /** What the label leads to. */
  readonly source: Place | undefined;
  /** What writes it into the text; none where that would make no sense. */
  readonly edits: readonly TextEdit[];
}

/** What a hint means, and where that comes from. */
export interface HintTooltip {
  readonly said: Sentence;
  readonly places: readonly NamedPlace[];
}

export interface NamedPlace {
  readonly name: string;
  readonly place: Place;
}

/** The hints of the part of a file that the span touches, in order. */
export function inlayHints(model: Model, id: FileId, span: Span, wishes: HintWishes): readonly InlayHint[] {
  const file = fileIndex(model, id);
  const source = file === undefined ? undefined : model.files[file]?.source;
  if (file === undefined || !source) return [];
  const part: Part = {
    model,
    file,
    source,
    first: unitAt(source, span.start),
    last: unitAt(source, span.end),
  };
  return [
    ...(wishes.incoming ? incoming(part) : []),
    ...(wishes.inherited ? inherited(part) : []),
    ...(wishes.params ? params(part) : []),
  ].toSorted((one, other) => one.offset - other.offset);
}

/** The units of a file that are looked at. */
interface Part {
  readonly model: Model;
  readonly file: number;
  readonly source: Source;
  readonly first: number;
  readonly last: number;
}

function isIn({ file, first, last }: Part, { at }: Pick<ObjectiveSymbol, "at">): boolean {
  return at.file === file && first <= at.unit && at.unit <= last;
}

// ── Ways in ──

/** One way in is how it mostly is. */
const WORTH_SAYING = 2;

function incoming(part: Part): readonly InlayHint[] {
  const { model, file } = part;
  return possibleTargetsIn(model, file)
    .filter(({ symbol }) => isIn(part, symbol))
    .flatMap(({ symbol, index }) => {
      const ways = waysInto(model, index);
      const [first] = ways;
      if (!first || ways.length < WORTH_SAYING) return [];
      const { span } = placeAt(model, symbol.at);
      const label = `← ${ways.length}`;
      return [
        { kind: "incoming", offset: span.end, label, source: placeAt(model, first), edits: [] } as const,
      ];
    });
}

// ── Defaults ──

function inherited(part: Part): readonly InlayHint[] {
  const { model, file } = part;
  const defaults = defaultsFor(model, file);
  if (defaults.length === 0) return [];
  return model.symbols.objectives
    .filter((symbol) => isIn(part, symbol))
    .flatMap((symbol) => defaults.flatMap((it) => inheritedHint(model, symbol, it)));
}

function inheritedHint(model: Model, symbol: ObjectiveSymbol, inherits: Default): readonly InlayHint[] {
  const objective = objectiveNode(model, symbol);
  if (!objective?.body || isSaid(objective, inherits.kind)) return [];
  const { place, label } = inherits;
  const offset = spanInFile(model, symbol.at, objective.body).start + 1;
  const edits = writtenInto(model, symbol, objective, inherits);
  return [{ kind: "inherited", offset, label, source: place, edits }];
}

// ── Params ──

/** Characters of a value that are shown. */
const LONGEST_VALUE = 40;

/** Each once in a declaration: prose with the same value again and again is hard to read. */
function params({ model, source, first, last }: Part): readonly InlayHint[] {
  const values = paramValues(model.symbols, model.given);
  return source.units.slice(first, last + 1).flatMap(({ mentions }, index) =>
    mentions.filter(isFirstUse).flatMap(({ name, span }) => {
      const offset = absolute(source, first + index, span).end + 1; // behind the brace
      return paramHint(model, offset, name, values.get(name));
    }),
  );
}

function isFirstUse({ role, name, declaration }: Mention, index: number, all: readonly Mention[]): boolean {
  const isSame = (it: Mention): boolean =>
    it.role === role && it.name === name && it.declaration === declaration;
  return role === "param-use" && all.findIndex(isSame) === index;
}

/** A value that is or may be a secret is shown nowhere but where it is declared. */
function paramHint(
  model: Model,
  offset: number,
  name: string,
  value: string | undefined,
): readonly InlayHint[] {
  if (value === undefined || isSecret(name, value)) return [];
  const declared = model.symbols.params.find((it) => it.name === name);
  const source = declared && placeAt(model, declared.at);
  return [{ kind: "params", offset, label: `= ${shownValue(value)}`, source, edits: [] }];
}

/** As it would be written, so that nothing in it is taken for something else. */
function shownValue(value: string): string {
  return value === "" ? '""' : printString(shortened(value, LONGEST_VALUE)).slice(1, -1);
}

// ── Tooltips ──

/** What explains a hint, with the places that it comes from. */
export function hintTooltip(model: Model, id: FileId, hint: InlayHint): HintTooltip {
  switch (hint.kind) {
    case "incoming":
      return { said: sentence`Arrows lead here from`, places: sourcesOf(model, id, hint) };
    case "inherited":
      return {
        said: sentence`It does not say this itself: it is what these say`,
        places: named("defaults", hint),
      };
    case "params":
      return { said: sentence`The value of the param`, places: named(declaredName(model, hint), hint) };
  }
}

/** What is called so where the hint's value is declared. */
function declaredName(model: Model, { source }: InlayHint): string {
  return (source && nameAt(model, { file: source.file, offset: source.span.start })?.name) ?? "";
}

function named(name: string, { source }: InlayHint): readonly NamedPlace[] {
  return source ? [{ name, place: source }] : [];
}

/** The objectives whose arrows lead to the one that the hint stands at, each arrow by its own. */
function sourcesOf(model: Model, id: FileId, { offset }: InlayHint): readonly NamedPlace[] {
  const found = possibleTargetsIn(model, fileIndex(model, id) ?? -1).find(
    ({ symbol }) => placeAt(model, symbol.at).span.end === offset,
  );
  if (!found) return [];
  return waysInto(model, found.index).map((way) => ({
    name: objectiveWith(model, way)?.name ?? "",
    place: placeAt(model, way),
  }));
}

function objectiveWith(model: Model, way: EdgeSymbol): ObjectiveSymbol | undefined {
  return model.symbols.objectives.find(({ edges }) => edges.includes(way));
}
