// The language as it should be written, out of the grammar, which also has a place for everything that should not be.
import { grammarProductions } from "../../server/src/language/syntax/grammar.ts";
import { isPropertyName, properties } from "../../server/src/language/vocabulary.ts";
import { choice, ebnf, optional, repeated, rule, sequence, word, type Shape } from "./shape.ts";

/** Rules that are shown, and what they are called there. */
const SHOWN = {
  unit: "file",
  header: "header",
  include: "include",
  param: "param",
  defaults: "defaults",
  objective: "objective",
  prompt: "prompt",
  collect: "collect",
  confirm: "confirm",
  modality: "modality",
  callback: "callback",
  meta: "meta",
  edge: "arrow",
  scenario: "scenario",
  step: "step",
} as const satisfies Record<string, string>;

export type ShownRule = (typeof SHOWN)[keyof typeof SHOWN];

/** Rules that are shown where they are used. */
const INLINED: ReadonlySet<string> = new Set(["stepValue"]);

/** Rules that only take what does not belong, and say so. */
const NEVER_RIGHT: ReadonlySet<string> = new Set([
  "outside",
  "unexpected",
  "unexpectedInScenario",
  "unknownProperty",
  "moreWords",
  "beforeBrace",
  "secondCondition",
  "withoutWhen",
  "secondTarget",
  "wrappedNames",
  "unquoted",
  "furtherLines",
  "furtherWords",
  "rest",
  "braces",
  "dashedEdge",
  "turnedEdge",
  "marks",
  "foreignLines",
  "proseLines",
  "misspeltObjective",
  "misspeltInclude",
  "misspeltParam",
  "misspeltHeader",
  "objectiveWithoutWord",
  "headerBrace",
  "turnedFold",
  "nameInBrackets",
  "wrappedTarget",
  "bareEdge",
  "nameBehindSemicolon",
  "equalsBehindColon",
  "looseValues",
  "unexpectedInStep",
]);

/** `:` and `=` where other languages write them. */
const NEVER_RIGHT_TOKENS: ReadonlySet<string> = new Set(["Sign", "Colon"]);

/** What tokens look like in a rule's diagram; a keyword is itself. */
const SHAPES: Readonly<Record<string, (diagram: string) => Shape>> = {
  AnyName: (diagram) => (choicesOf(diagram).length > 0 ? choice(choicesOf(diagram).map(word)) : rule("name")),
  AnyText: (diagram) => rule(TAKE_PLAIN_STRINGS.has(diagram) ? "string" : "text"),
  Arrow: () => word("->"),
  OpenBrace: () => word("{"),
  CloseBrace: () => word("}"),
  Comma: () => word(","),
  Equals: () => word("="),
  Name: () => word("end"),
};

const TAKE_PLAIN_STRINGS: ReadonlySet<string> = new Set(["include", "param", "meta", "scenario"]);

/**
 * Where what begins with one token may end early: before another. Whatever else the grammar makes optional is so only
 * because somebody may still be typing.
 */
const MAY_END_BEFORE: Readonly<Record<string, string>> = {
  Param: "Equals",
  Arrow: "When",
  Otherwise: "AnyText",
  AnyName: "OpenBrace",
};

/** In which order alternatives are written that the grammar takes in any, so that it can say which one is misplaced. */
const IN_ORDER: Readonly<Record<string, readonly string[]>> = {
  unit: ["[header]", "{include}", "{…}"],
  scenario: ["{…}", "[end]"],
};

/** The shapes of the language's rules, in the order of the page. */
export function writtenGrammar(): ReadonlyMap<ShownRule, Shape> {
  const rules = new Map(grammarProductions().map((production) => [nameOf(production), production]));
  const shown = Object.entries(SHOWN).map(
    ([name, label]) => [label, bodyOf(name, { rules, diagram: name })] as const,
  );
  return new Map(shown);
}

/** Rules of the grammar that no list of this module names. */
export function unaccounted(): readonly string[] {
  const named = new Set([...Object.keys(SHOWN), ...Object.keys(SHAPES), ...INLINED, ...NEVER_RIGHT]);
  return grammarProductions()
    .map(nameOf)
    .filter((name) => !named.has(name));
}

/** Names in the lists that are no rules of the grammar. */
export function outdated(): readonly string[] {
  const rules = new Set(grammarProductions().map(nameOf));
  return [...Object.keys(SHOWN), ...INLINED, ...NEVER_RIGHT].filter((name) => !rules.has(name));
}

/** A part of the grammar as Chevrotain serialises it. */
interface Production {
  readonly type: string;
  readonly name?: string;
  readonly definition?: readonly Production[];
}

type Rules = ReadonlyMap<string, Production>;

/** In which rule's diagram a part is shown. */
interface Place {
  readonly rules: Rules;
  readonly diagram: string;
}

function bodyOf(name: string, place: Place): Shape {
  return sequenceOf(place.rules.get(name)?.definition ?? [], place);
}

function sequenceOf(parts: readonly Production[], place: Place): Shape {
  return sequence(shapesOf(parts, place));
}

/** The shapes of parts that follow one another; those that are never right have none. */
function shapesOf(parts: readonly Production[], place: Place): readonly Shape[] {
  const [first] = parts;
  const last = first && MAY_END_BEFORE[firstToken(first, place) ?? ""];
  const end = parts.findIndex((part) => last !== undefined && firstToken(part, place) === last);
  if (end < 0) return parts.flatMap((part) => shapeOf(part, place));
  const rest = parts.slice(end).flatMap((part) => shapeOf(part, place));
  return [...parts.slice(0, end).flatMap((part) => shapeOf(part, place)), optional(sequence(rest))];
}

/** The name of the token that a part begins with. */
function firstToken(part: Production, place: Place): string | undefined {
  if (part.type === "Terminal") return part.name;
  const [first] = (part.type === "NonTerminal" ? place.rules.get(nameOf(part)) : part)?.definition ?? [];
  return first && firstToken(first, place);
}

/** Nothing where the part is never right. */
function shapeOf(part: Production, place: Place): readonly Shape[] {
  const parts = part.definition ?? [];
  switch (part.type) {
    case "Terminal":
      return tokenShape(nameOf(part), place);
    case "NonTerminal":
      return ruleShape(nameOf(part), place);
    case "Option":
    case "Alternative":
      return shapesOf(parts, place);
    case "Alternation":
      return alternatives(parts.map((alternative) => shapesOf([alternative], place)));
    case "Repetition":
      return [repetition(sequenceOf(parts, place), place)];
    default:
      throw new Error(`The grammar has a part of a new kind: ${part.type}. Say what it looks like.`);
  }
}

function tokenShape(name: string, { diagram }: Place): readonly Shape[] {
  if (NEVER_RIGHT_TOKENS.has(name)) return [];
  return [SHAPES[name]?.(diagram) ?? word(name.toLowerCase())];
}

function ruleShape(name: string, place: Place): readonly Shape[] {
  if (NEVER_RIGHT.has(name) || isMisplaced(name, place.diagram)) return [];
  if (INLINED.has(name)) return [bodyOf(name, place)];
  return [SHAPES[name]?.(place.diagram) ?? rule(labelOf(name))];
}

/** Without those that are never right, and without those that are another one whose beginning is missing. */
function alternatives(all: readonly (readonly Shape[])[]): readonly Shape[] {
  const shapes = all.filter((parts) => parts.length > 0).map(sequence);
  const texts = shapes.map(ebnf);
  const whole = shapes.filter((shape) => !texts.some((text) => text.endsWith(` ${ebnf(shape)}`)));
  return whole.length === 0 ? [] : [choice(whole)];
}

/** The grammar takes all that an objective says in `defaults`, too, so that it can say what does not belong there. */
function isMisplaced(name: string, diagram: string): boolean {
  if (diagram !== "defaults") return false;
  return name === "edge" || (isPropertyName(name) && !properties[name].inDefaults);
}

function repetition(item: Shape, { diagram }: Place): Shape {
  const order = IN_ORDER[diagram];
  if (!order || item.kind !== "choice") return repeated(item);
  const named = new Map(item.items.map((it) => [ebnf(it).replaceAll('"', ""), it]));
  const others = [...named].filter(([name]) => !order.some((entry) => entry.slice(1, -1) === name));
  return sequence(
    order.map((entry) => {
      const wanted = named.get(entry.slice(1, -1)) ?? choice(others.map(([, it]) => it));
      return entry.startsWith("[") ? optional(wanted) : repeated(wanted);
    }),
  );
}

function choicesOf(property: string): readonly string[] {
  const spec = isPropertyName(property) ? properties[property] : undefined;
  return spec && "choices" in spec ? Object.keys(spec.choices) : [];
}

function labelOf(name: string): string {
  return name in SHOWN ? SHOWN[name as keyof typeof SHOWN] : name;
}

function nameOf({ name = "" }: Production): string {
  return name;
}
