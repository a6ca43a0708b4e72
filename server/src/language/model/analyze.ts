// The model of one set: its files as units, their names and their flow. What a change does not concern is taken over.
import type * as ast from "../syntax/ast.ts";
import { lazy, lazyKind } from "../text/lazy.ts";
import type { FileId, Place } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { bind } from "./bind.ts";
import type { FileSet, SetFile } from "./files.ts";
import { flowOf, type Flow } from "./flow.ts";
import type { Mention } from "./mentions.ts";
import type { ParamValues } from "./params.ts";
import { absolute, declarationAt, looksAlike, type Source, type Unit } from "./source.ts";
import type { ObjectiveSymbol, Ref, Symbols } from "./symbols.ts";

export interface Model extends FileSet {
  /** The params' values that a target or a command line gives. */
  readonly given: ParamValues;
  /** The name of the target that some of them are from; undefined where none was chosen. */
  readonly target: string | undefined;
  readonly surroundings: Surroundings;
  readonly symbols: Symbols;
  readonly flow: Flow;
  /** Both of these, the flow when it is first asked for; shared by the models that have the same. */
  readonly stages: Stages;
}

/** What is known of the files around a set that are no part of it. */
export interface Surroundings {
  /** Other sets of the same name, as people call their files. */
  readonly namesakes: readonly string[];
  /** Of a fragment that is looked at by itself: whether any set includes it. */
  readonly includedBy: "nobody" | "unknown";
}

interface Stages {
  readonly symbols: Symbols;
  readonly flow: () => Flow;
}

/** The model of a set; names and flow of the previous model stand where no unit's signature has changed. */
export function analyze(set: FileSet, previous?: Model): Model {
  const context = previous ?? ALONE;
  if (previous && isAlike(set, previous)) return modelOf(set, context, previous.stages);
  const symbols = bind(
    sourcesOf(set),
    previous && { sources: sourcesOf(previous), symbols: previous.symbols },
  );
  return modelOf(set, context, stagesOf(symbols));
}

function sourcesOf({ files }: FileSet): readonly Source[] {
  return files.map(({ source }) => source);
}

/** A function of its own: beside the ones in `analyze` that stay, the previous model would stay too. */
function stagesOf(symbols: Symbols): Stages {
  return { symbols, flow: lazy(() => flowOf(symbols)) };
}

/** The same model with the values that a target or a command line gives; `target`: the name of the one that was chosen. */
export function withParams(model: Model, given: ParamValues, target?: string): Model {
  return modelOf(model, { given, target, surroundings: model.surroundings }, model.stages);
}

/** The same model among other files. */
export function withSurroundings(model: Model, surroundings: Surroundings): Model {
  const { given, target, stages } = model;
  return modelOf(model, { given, target, surroundings }, stages);
}

/** The unit that a mention stands in. */
export function unitOf({ files }: Model, { file, unit }: Pick<Ref, "file" | "unit">): Unit | undefined {
  return files[file]?.source.units[unit];
}

/** The mention as it stands in the text now. */
export function mentionAt(model: Model, at: Ref): Mention | undefined {
  return unitOf(model, at)?.mentions[at.mention];
}

/** Whether both are one mention. */
export function isSameRef(one: Ref, other: Ref | undefined): boolean {
  return one.file === other?.file && one.unit === other.unit && one.mention === other.mention;
}

/** Where the mention stands in the text of its file. */
export function spanAt(model: Model, ref: Ref): Span {
  return spanInFile(model, ref, mentionAt(model, ref)?.span ?? NOWHERE);
}

/** Where the mention stands. */
export function placeAt(model: Model, ref: Ref): Place {
  return { file: idOf(model, ref), span: spanAt(model, ref) };
}

/** The span in the text of its file of one that is relative to the unit of a mention. */
export function spanInFile({ files }: Model, { file, unit }: Pick<Ref, "file" | "unit">, span: Span): Span {
  const source = files[file]?.source;
  return source ? absolute(source, unit, span) : span;
}

/** The id of the file that a mention stands in. */
export function idOf({ files }: Pick<Model, "files">, { file }: Pick<Ref, "file">): FileId {
  return files[file]?.id ?? "";
}

/** The id of the set's own file. */
export function rootOf({ files }: Pick<Model, "files">): FileId {
  return idOf({ files }, { file: 0 });
}

/** The index of a file in the set; undefined where it is none of its files. */
export function fileIndex({ files }: Model, id: FileId): number | undefined {
  const index = files.findIndex((file) => file.id === id);
  return index < 0 ? undefined : index;
}

/** The text of a file of the set. */
export function sourceOf({ files }: Model, id: FileId): Source | undefined {
  return files.find((file) => file.id === id)?.source;
}

/** The objective's tree; its spans are relative to the unit of `symbol.at`. */
export function objectiveNode(
  { files }: Model,
  { at, declaration }: ObjectiveSymbol,
): ast.Objective | undefined {
  const source = files[at.file]?.source;
  const node = source && declarationAt(source, at.unit, declaration);
  return node?.kind === "objective" ? node : undefined;
}

/** The objective's arrows that lead somewhere, in the order of its edge symbols. */
export function arrowsOf(model: Model, symbol: ObjectiveSymbol): readonly ast.Edge[] {
  return (objectiveNode(model, symbol)?.edges ?? []).filter(({ target }) => target !== undefined);
}

/** What the header says; undefined where there is none, or no text in it. */
export function titleOf(model: Model): ast.Text | undefined {
  const at = model.symbols.headers[0]?.at;
  const unit = at && unitOf(model, at);
  return unit?.declarations.find((node) => node.kind === "header")?.title;
}

/** Whether the first file is a set; a fragment that no set includes is only a part of one. */
export function isSet({ symbols }: Model): boolean {
  return symbols.headers.length > 0;
}

/** Whether all names of the set are known: it is no part of one, and no file of it is missing or still to be read. */
export function isWhole(model: Model): boolean {
  return isSet(model) && model.includes.every(({ leads }) => leads === "fragment" || leads === "cycle");
}

const NOWHERE: Span = { start: 0, end: 0 };

/** What a model knows beside its files. */
type Context = Pick<Model, "given" | "target" | "surroundings">;

const ALONE: Context = {
  given: new Map(),
  target: undefined,
  surroundings: { namesakes: [], includedBy: "unknown" },
};

function modelOf(
  { files, includes }: FileSet,
  { given, target, surroundings }: Context,
  stages: Stages,
): Model {
  const { symbols, flow } = stages;
  return newModel({ files, includes, given, target, surroundings, symbols, stages }, { flow });
}

const newModel = lazyKind<Pick<Model, "flow">>("flow");

function isAlike(set: FileSet, previous: FileSet): boolean {
  return (
    set.files.length === previous.files.length &&
    set.files.every((file, index) => isAlikeFile(file, previous.files[index]))
  );
}

function isAlikeFile({ id, source }: SetFile, other: SetFile | undefined): boolean {
  return other !== undefined && other.id === id && looksAlike(source, other.source);
}
