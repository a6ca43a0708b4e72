// In a text that the cursor stands in: a param, what the text itself may say, or a name in quotes.
import * as t from "../../syntax/tokens.ts";
import { lengthBehind, type Token } from "./before.ts";
import { NOTHING, type Place, type Quotes, type TextRole } from "./place.ts";
import type { Reading } from "./reading.ts";

/** `last` of the tokens is the text, as far as it is written; `rest` stands behind the cursor. */
export function inText(tokens: readonly Token[], last: Token, rest: string): Reading {
  const param = interpolation(last);
  if (param !== undefined) return takesParams(tokens) ? inParam(param, rest) : NO_WORD;
  if (last.tokenType !== t.UnclosedString) return NO_WORD;
  const before = tokens.slice(0, -1);
  const behind = /^(?:[^"\\\r\n]|\\.)*(?=")/.exec(rest)?.[0].length;
  const quotes: Quotes = behind === undefined ? "open" : "there";
  const role = textRole(before);
  const content = last.image.length - 1;
  // A condition is gone on with; any other text is replaced by one that is whole.
  const replaced = role?.kind === "condition" ? 0 : (behind ?? 0);
  if (role) return { place: { kind: "text", role, quotes }, typed: content, behind: replaced };
  const name = quotedName(before);
  if (name) return { place: name, typed: content + 1, behind: behind === undefined ? 0 : behind + 1 };
  return NO_WORD;
}

const NO_WORD: Reading = { place: NOTHING, typed: 0 };

/** What the text says that stands behind these tokens, where that may be known; a prompt's words are its author's. */
export function textRole(tokens: readonly Token[]): TextRole | undefined {
  const [third, second, last] = [tokens.at(-3), tokens.at(-2), tokens.at(-1)];
  switch (last?.tokenType) {
    case t.Declaration.include:
      return { kind: "path" };
    case t.EdgeWord.when:
      return { kind: "condition" };
    case t.EdgeWord.otherwise:
      return { kind: "otherwise" };
    case t.Property.callback:
      return { kind: "callback" };
    case t.Equals:
      return second && third?.tokenType !== t.Declaration.param
        ? { kind: "step value", name: second.image }
        : undefined;
    default:
      return last && second?.tokenType === t.Property.meta ? { kind: "meta", name: last.image } : undefined;
  }
}

/** A name in quotes; where names are made up, nothing is offered. */
function quotedName(tokens: readonly Token[]): Place | undefined {
  const last = tokens.at(-1)?.tokenType;
  if (last === t.Arrow) return { kind: "target" };
  if (last === t.Property.collect || (last === t.Comma && isInCollect(tokens))) return { kind: "variable" };
  return undefined;
}

/** Whether these tokens end in a list of variables. */
function isInCollect(tokens: readonly Token[]): boolean {
  const list: readonly Token["tokenType"][] = [t.Comma, t.Name, t.String_];
  return tokens.findLast(({ tokenType }) => !list.includes(tokenType))?.tokenType === t.Property.collect;
}

// ── Params ──

function inParam(name: string, rest: string): Reading {
  const brace = rest[lengthBehind(rest)] === "}" ? "there" : "missing";
  return { place: { kind: "param", brace }, typed: name.length };
}

/** What is typed of a param's name behind `${`, at the end of a text; behind a backslash `$` begins none. */
function interpolation({ image }: Token): string | undefined {
  const [, escapes = "", name] = /(\\*)\$\{([\p{L}\p{M}\p{N}_-]*)$/u.exec(image) ?? [];
  return escapes.length % 2 === 0 ? name : undefined;
}

const TAKE_PARAMS: readonly Token["tokenType"][] = [
  t.Declaration.objectives,
  t.Property.prompt,
  t.Property.callback,
  t.EdgeWord.when,
  t.EdgeWord.otherwise,
];

/** By what stands before the text: its keyword, or the `=` of a step's value, which a param's value has too. */
function takesParams(tokens: readonly Token[]): boolean {
  const opener = tokens.at(-2)?.tokenType;
  if (opener === t.Equals) return tokens.at(-4)?.tokenType !== t.Declaration.param;
  return opener !== undefined && TAKE_PARAMS.includes(opener);
}
