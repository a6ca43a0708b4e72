// The language as it should be written, out of the grammar, which also has a place for everything that should not be.
import { grammarProductions } from "../../server/src/language/syntax/grammar.ts";
import { isPropertyName, properties } from "../../server/src/language/vocabulary.ts";
import { choice, ebnf, list, optional, repeated, rule, sequence, word, type Shape } from "./shape.ts";

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
const INLINED: ReadonlySet<string> = new Set(["property", "opening", "when", "otherwise", "stepValue"]);

/** Rules that only take what does not belong, and say so. */
const NEVER_RIGHT: ReadonlySet<string> = new Set([
  "outside",
  "unexpected",
  "unexpectedInScenario",
  "unknownProperty",
  "edgeInDefaults",
  "furtherCondition",
  "withoutWhen",
  "furtherTargets",
  "wrappedNames",
  "unquoted",
]);

/** Rules that take more than they should, so that what they are is said here; the argument is the rule that uses them. */
const SAID_HERE: Readonly<Record<string, (user: string) => Shape>> = {
  declaredName: () => rule("name"),
  names: () => list(rule("name"), word(",")),
  value: () => rule("text"),
  plainValue: () => rule("string"),
  choice: (user) => choice(choicesOf(user).map(word)),
};

/** Tokens by their names; without one that is never right, such as the `:` that other languages write. */
const TOKENS: Readonly<Record<string, (user: string) => Shape>> = {
  AnyName: () => rule("name"),
  AnyText: (user) => rule(user === "param" || user === "meta" ? "string" : "text"),
  Arrow: () => word("->"),
  OpenBrace: () => word("{"),
  CloseBrace: () => word("}"),
  Comma: () => word(","),
  Equals: () => word("="),
  Name: () => word("end"),
};

const NEVER_RIGHT_TOKENS: ReadonlySet<string> = new Set(["Sign"]);

/**
 * Where a rule may end early: before this token or rule. Whatever else the grammar makes optional is so only because
 * somebody may still be typing.
 */
const MAY_END_BEFORE: Readonly<Record<string, string>> = {
  param: "Equals",
  edge: "when",
  otherwise: "AnyText",
  step: "OpenBrace",
};

/** In which order alternatives are written that the grammar takes in any, so that it can say which one is misplaced. */
const IN_ORDER: Readonly<Record<string, readonly string[]>> = {
  unit: ["[header]", "{include}", "{…}"],
  scenario: ["{…}", "[end]"],
};

/** The shapes of the language's rules, in the order of the page. */
export function writtenGrammar(): ReadonlyMap<ShownRule, Shape> {
  const rules = new Map(grammarProductions().map((production) => [nameOf(production), production]));
  const shown = Object.entries(SHOWN).map(([name, label]) => [label, bodyOf(rules, name, name)] as const);
  return new Map(shown);
}

/** Rules of the grammar that no list of this module names, and names in the lists that are no rules of it. */
export function unaccounted(): readonly string[] {
  const rules = new Set(grammarProductions().map(nameOf));
  const named = new Set([...Object.keys(SHOWN), ...Object.keys(SAID_HERE), ...INLINED, ...NEVER_RIGHT]);
  return [...rules].filter((name) => !named.has(name)).concat([...named].filter((name) => !rules.has(name)));
}

/** A part of the grammar as Chevrotain serialises it. */
interface Production {
  readonly type: string;
  readonly name?: string;
  readonly definition?: readonly Production[];
}

type Rules = ReadonlyMap<string, Production>;

/** Which rule a part stands in, and in whose diagram. */
interface Place {
  readonly rules: Rules;
  readonly rule: string;
  readonly diagram: string;
}

function bodyOf(rules: Rules, name: string, diagram: string): Shape {
  const parts = rules.get(name)?.definition ?? [];
  const place = { rules, rule: name, diagram };
  const end = parts.findIndex((part) => firstIn(part) === MAY_END_BEFORE[name]);
  if (end < 0) return sequenceOf(parts, place);
  return sequence([sequenceOf(parts.slice(0, end), place), optional(sequenceOf(parts.slice(end), place))]);
}

/** The name of the token or rule that a part begins with. */
function firstIn(part: Production): string | undefined {
  const [first] = part.definition ?? [];
  return first ? firstIn(first) : part.name;
}

function sequenceOf(parts: readonly Production[], place: Place): Shape {
  return sequence(parts.flatMap((part) => shapesOf(part, place)));
}

/** Nothing where the part is never right. */
function shapesOf(part: Production, place: Place): readonly Shape[] {
  const parts = part.definition ?? [];
  switch (part.type) {
    case "Terminal":
      return NEVER_RIGHT_TOKENS.has(nameOf(part)) ? [] : [tokenShape(nameOf(part), place)];
    case "NonTerminal":
      return ruleShapes(nameOf(part), place);
    case "Option":
    case "Alternative":
      return parts.flatMap((inner) => shapesOf(inner, place));
    case "Alternation":
      return nonEmpty(parts, place).length === 0 ? [] : [choice(nonEmpty(parts, place))];
    case "Repetition":
      return [repetition(sequenceOf(parts, place), place)];
    default:
      throw new Error(`The grammar has a part of a new kind: ${part.type}. Say what it looks like.`);
  }
}

function nonEmpty(alternatives: readonly Production[], place: Place): readonly Shape[] {
  return alternatives
    .map((alternative) => shapesOf(alternative, place))
    .filter((shapes) => shapes.length > 0)
    .map(sequence);
}

function tokenShape(name: string, { rule: user }: Place): Shape {
  return TOKENS[name]?.(user) ?? word(name.toLowerCase());
}

function ruleShapes(name: string, { rules, rule: user, diagram }: Place): readonly Shape[] {
  if (NEVER_RIGHT.has(name) || isMisplaced(name, diagram)) return [];
  const said = SAID_HERE[name]?.(user);
  if (said) return [said];
  return [INLINED.has(name) ? bodyOf(rules, name, diagram) : rule(labelOf(name))];
}

/** The grammar takes every property in `defaults`, so that it can say which do not belong there. */
function isMisplaced(name: string, diagram: string): boolean {
  return diagram === "defaults" && isPropertyName(name) && !properties[name].inDefaults;
}

function repetition(item: Shape, { rule: user }: Place): Shape {
  const order = IN_ORDER[user];
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
