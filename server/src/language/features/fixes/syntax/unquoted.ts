// Prose that stands where a text should: without quotes, or between quotes of another kind.
import { sourceOf, type Model } from "../../../model/analyze.ts";
import { declarationsOf } from "../../../model/source.ts";
import { NAME } from "../../../syntax/tokens.ts";
import { lineAt } from "../../../text/lines.ts";
import { declarations, properties } from "../../../vocabulary.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, writtenAt, type Found } from "../found.ts";
import { beginsLine } from "../lines.ts";
import { sentence } from "../../../text/sentence.ts";
import type { Broken } from "./mend.ts";
import { hasLooseQuote, quotedIn, type Quoted } from "./quotes.ts";

/**
 * Prose to the line's end, its params as they are; of quotes of another kind what stands between them. Where more of the
 * line follows, nobody can know where the text was meant to end.
 */
export function unquotedText({ model, found, args: [keyword = "", nothing = ""] }: Broken): readonly Fix[] {
  const prose = writtenAt(found, found.span).trimEnd();
  if (nothing !== "") return [choice(sentence`Write '${keyword} ""'`, edit(found, found.span, '""'))];
  const quoted = quotedIn(prose);
  if (quoted) return [straightened(found, quoted)];
  if (keyword === "objectives" && lineBehind(found).trimStart().startsWith("{"))
    return [asObjective(model, found)];
  return [wrapped(found)];
}

/** With a comma behind it, as in JSON; a property or an arrow may follow. */
function straightened(found: Found, { length, inner }: Quoted): Fix {
  const { start, end } = found.span;
  const behind = found.unit.text.slice(start + length, end) + lineBehind(found);
  const [comma = ""] = /^[,;](?=\s*(?:$|\}|\/\/))/.exec(behind) ?? [];
  const make = FOLLOWS_TEXT.test(behind.slice(comma.length)) ? safe : choice;
  const whole = { start, end: start + length + comma.length };
  return make(sentence`Write straight quotes`, edit(found, whole, asString(inner)));
}

function wrapped(found: Found): Fix {
  const { start } = found.span;
  const line = proseOnLine(found);
  const behind = found.unit.text.slice(start + line.length);
  const words = line.replace(/\s*[,;]+$/, "");
  const isPlain =
    beginsLine(found.text, found.start + keywordBefore(found)) &&
    ENDS_LINE.test(behind) &&
    ENDS_TEXT.test(behind) &&
    !HOLDS_PROPERTY.test(words) &&
    !/(?:^|\s)(?:#|\/[*/])/.test(words) &&
    !hasLooseQuote(words);
  const put = edit(found, { start, end: start + line.length }, asString(words));
  return (isPlain ? safe : choice)(sentence`Put the text between quotes`, put);
}

/** `objectives a {`: a set has no braces, and an objective has. Where the set has its name already, nothing else is meant. */
function asObjective(model: Model, found: Found): Fix {
  const start = keywordBefore(found);
  const keyword = { start, end: start + "objectives".length };
  const source = sourceOf(model, found.file);
  const headers = source ? [...declarationsOf(source)].filter(({ node }) => node.kind === "header") : [];
  const make = headers.length > 1 ? safe : choice;
  return make(sentence`Write 'objective'`, edit(found, keyword, "objective"));
}

/** Prose ends at a brace, but for those of params: what closes the block on the same line is none of it. */
function proseOnLine(found: Found): string {
  const prose = writtenAt(found, found.span);
  const rest = lineBehind(found);
  if (!prose.endsWith("$") || !rest.startsWith("{")) return prose.trimEnd();
  const closes = rest.replaceAll(/[^}]/g, "").length > rest.replaceAll(/[^{]/g, "").length;
  return (prose + (closes ? rest.replace(/\}\s*$/, "") : rest)).trimEnd();
}

function lineBehind({ unit, span }: Found): string {
  return lineAt(unit.text, span.end);
}

function keywordBefore({ unit, span }: Found): number {
  const before = unit.text.slice(0, span.start).trimEnd();
  return before.search(/\S+(?:\s*[:=])?$/);
}

function asString(words: string): string {
  return `"${words.replaceAll(/["\\]/g, "\\$&").replaceAll(NO_PARAM, "\\${")}"`;
}

const NO_PARAM = new RegExp(`\\$\\{(?!${NAME.source}\\})`, "gu");

/** Something in the line that may have been meant to stand behind the text. */
export const HOLDS_PROPERTY = new RegExp(`\\b(?:${Object.keys(properties).join("|")})\\b`);

const PARTS = `[{}]|->|(?:${[...Object.keys(declarations), ...Object.keys(properties)].join("|")})\\b`;

/** What follows belongs to no text: the next part, or the end. Comments may stand between. */
export const ENDS_TEXT = new RegExp(`^\\s*(?://.*\\s+)*(?:$|${PARTS})`);

/** Only braces and comments may follow on the line. */
const ENDS_LINE = /^[^\S\r\n]*(?:$|[\r\n}]|\/\/)/;

/** What may stand behind a text on its line. */
const FOLLOWS_TEXT = new RegExp(`^\\s*(?:$|//|#|/\\*|${PARTS})`);
