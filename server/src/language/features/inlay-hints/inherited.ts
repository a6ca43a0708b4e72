// What defaults give the objectives of a file, and how an objective says it itself.
import { secretIn } from "../../diagnostics/secrets.ts";
import { placeAt, spanInFile, unitOf, type Model } from "../../model/analyze.ts";
import { BUILT_IN_DEFAULTS } from "../../model/inherited.ts";
import { declarationAt } from "../../model/source.ts";
import type { ObjectiveSymbol } from "../../model/symbols.ts";
import type * as ast from "../../syntax/ast.ts";
import { INDENT, printStringParts } from "../../syntax/print.ts";
import { template } from "../../syntax/written.ts";
import { inserted } from "../../text/edits.ts";
import { indentationAt, lineAt, lineBreakOf, lineEnd } from "../../text/lines.ts";
import type { Place } from "../../text/place.ts";
import { shortened } from "../../text/shortened.ts";
import type { TextEdit } from "../../text/span.ts";
import { properties } from "../../vocabulary.ts";

type DefaultKind = "modality" | "confirm" | "callback";

/** A value that an objective has without saying it. */
export interface Default {
  readonly kind: DefaultKind;
  /** As a reader sees it: a secret only that it is there. */
  readonly label: string;
  /** As an objective would say it; undefined where that should not be repeated. */
  readonly written: string | undefined;
  /** The property that gives it. */
  readonly place: Place;
}

/** What the objectives of a file have by its own defaults, else by the set's. What is built in anyway is not told. */
export function defaultsFor(model: Model, file: number): readonly Default[] {
  const said = [...new Set([file, 0])].flatMap((it) => defaultsIn(model, it));
  const first = said.filter(
    ({ value }, index) => index === said.findIndex((it) => it.value.kind === value.kind),
  );
  return first.filter(({ value }) => value.plain !== BUILT_IN_DEFAULTS[value.kind]).map(toDefault);
}

/** Whether the objective has the property, be it half-written. */
export function isSaid({ properties: said }: ast.Objective, kind: DefaultKind): boolean {
  return said.some((property) => property.kind === kind);
}

interface Said {
  readonly value: Value;
  readonly place: Place;
}

interface Value {
  readonly kind: DefaultKind;
  /** To be compared. */
  readonly plain: string;
  readonly written: string;
}

function defaultsIn(model: Model, file: number): readonly Said[] {
  return model.symbols.defaults
    .filter(({ at }) => at.file === file)
    .flatMap(({ at, declaration }) => {
      const source = model.files[file]?.source;
      const node = source && declarationAt(source, at.unit, declaration);
      if (node?.kind !== "defaults") return [];
      return node.properties.flatMap((property) => {
        const value = valueOf(property);
        const span = spanInFile(model, at, property.span);
        return value ? [{ value, place: { ...placeAt(model, at), span } }] : [];
      });
    });
}

function valueOf(property: ast.Property): Value | undefined {
  switch (property.kind) {
    case "confirm":
    case "modality": {
      const { kind, value } = property;
      return value && !value.quoted ? { kind, plain: value.text, written: value.text } : undefined;
    }
    case "callback": {
      const { kind, text } = property;
      return text && { kind, plain: template(text), written: printStringParts(text.parts) };
    }
    default:
      return undefined;
  }
}

/** Characters of a value that are shown. */
const LONGEST = 50;

function toDefault({ value: { kind, plain, written }, place }: Said): Default {
  const isHidden = secretIn(plain) !== undefined;
  const label = `${kind} ${isHidden ? "…" : shortened(written, LONGEST)}`;
  return { kind, label, written: isHidden ? undefined : `${kind} ${written}`, place };
}

// ── Writing it ──

const ORDER = Object.keys(properties);

/** The edit that has the objective say it itself, behind what stands before it in the usual order. */
export function writtenInto(
  model: Model,
  { at }: ObjectiveSymbol,
  { properties: said, body }: ast.Objective,
  { kind, written }: Default,
): readonly TextEdit[] {
  const unit = unitOf(model, at);
  if (!unit || !body || written === undefined) return [];
  const before = said.findLast((property) => ORDER.indexOf(property.kind) < ORDER.indexOf(kind));
  const local = behind(unit.text, before?.span.end ?? body.start + 1, written, body.start);
  const { start } = spanInFile(model, at, local.span);
  return [inserted(start, local.newText)];
}

/** On a line of its own where what it follows ends a line, else on the same. */
function behind(text: string, offset: number, written: string, body: number): TextEdit {
  if (!/^[^\S\r\n]*(?:\/\/.*)?$/.test(lineAt(text, offset))) return inserted(offset, ` ${written}`);
  const indentation = indentationAt(text, body) + INDENT;
  return inserted(lineEnd(text, offset), `${lineBreakOf(text)}${indentation}${written}`);
}
