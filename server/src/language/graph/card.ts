// The inside of a card and of a condition's pill: which words stand where, and so how large each is.
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import type { Size } from "./geometry.ts";
import { measureWith, type FontWidths, type Measure } from "./metrics.ts";
import type { Tone } from "./palette.ts";
import { sentence, type Words } from "../text/sentence.ts";
import type { GraphEdge, GraphFinding, GraphNode, GraphView } from "./view.ts";
import { clipped, visibleText } from "./visible.ts";
import { endingShort, middleShort, wrapped } from "./wrap.ts";

export const CARD_WIDTH = 248;
export const CARD_PADDING = 14;
export const BADGE_HEIGHT = 18;
export const NAME_LINE = 18;
export const NAME_COUNT_GAP = 8;
export const PROMPT_LINE = 16;
export const PILL_LINE = 15;
export const FONT_SIZE = { name: 13, prompt: 12, badge: 11, pill: 11, mark: 9.5, far: 26 } as const;

const VERTICAL_PADDING = 13;
const NAME_GAP = 4;
const BADGES_GAP = 9;
const BADGE_SPACING = 5;
const BADGE_PADDING = 7;
const ICON_WIDTH = 14;
const PROMPT_LINES = 2;
const NARROWEST_SHORTENED = 76;
const INNER_WIDTH = CARD_WIDTH - 2 * CARD_PADDING;
const PILL_FRAME = { width: 168, lines: 3 };
const PILL_PADDING = { x: 9, y: 4 };
const FAR_FRAME = { width: CARD_WIDTH - 24, lines: 2 };
const LONGEST_READ = 2_000;

export interface Card extends Size {
  readonly name: TextLine;
  readonly prompt: readonly TextLine[];
  readonly badges: readonly Badge[];
  /** What it says of its findings, at the top right. */
  readonly count: Badge | undefined;
  /** The name in large letters, for when the card is seen from afar. */
  readonly far: readonly string[];
}

/** Words and their baseline, from the card's top. */
export interface TextLine {
  readonly text: string;
  readonly y: number;
}

export interface Badge {
  readonly kind: "manual" | "visual" | "variable" | "more" | "count";
  readonly tone: Tone | undefined;
  readonly text: string;
  /** From the card's left and top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Pill extends Size {
  readonly lines: readonly string[];
}

/** What everything in a graph measures; in the order of the view's nodes and edges. */
export interface GraphCards {
  readonly cards: readonly Card[];
  /** Undefined: the edge says nothing. */
  readonly pills: readonly (Pill | undefined)[];
}

export function measureGraph({ nodes, edges }: GraphView, fonts: FontWidths, words: Words): GraphCards {
  const rulers = rulersOf(fonts);
  return {
    cards: nodes.map((node) => cardOf(node, { ...rulers, words })),
    pills: edges.map((edge) => pillOf(edge, rulers)),
  };
}

/** The tone of the gravest finding worth a mark. Information and hints are told on hover: a picture should be calm. */
export function findingTone(findings: readonly GraphFinding[]): "error" | "warning" | undefined {
  return MARKED.find((tone) => findings.some(({ severity }) => severity === tone));
}

const MARKED = ["error", "warning"] as const;

/** What measures a card's texts, and words what is not from the set. */
interface CardWriter extends Rulers {
  readonly words: Words;
}

interface Rulers {
  readonly name: Measure;
  readonly prompt: Measure;
  readonly small: Measure;
  readonly far: Measure;
}

function rulersOf({ regular, bold }: FontWidths): Rulers {
  return {
    name: measureWith(bold, FONT_SIZE.name),
    prompt: measureWith(regular, FONT_SIZE.prompt),
    small: measureWith(regular, FONT_SIZE.badge),
    far: measureWith(bold, FONT_SIZE.far),
  };
}

/** A card's size depends on whether it has badges, never on the length of a text: typing a prompt moves nothing. */
function cardOf(node: GraphNode, rulers: CardWriter): Card {
  const count = countBadge(node, rulers);
  const badges = badgesOf(node, rulers);
  const prompt = promptLines(node, rulers);
  const reserved = node.kind === "missing" ? 1 : PROMPT_LINES;
  const height = heightOf(reserved, badges);
  const top = VERTICAL_PADDING + ((reserved - prompt.length) * PROMPT_LINE) / 2;
  const promptTop = top + NAME_LINE + NAME_GAP;
  const badgesTop = promptTop + prompt.length * PROMPT_LINE + BADGES_GAP;
  const nameWidth = INNER_WIDTH - (count ? count.width + NAME_COUNT_GAP : 0);
  return {
    width: CARD_WIDTH,
    height,
    name: { text: middleShort(nameOf(node, rulers.words), nameWidth, rulers.name), y: top + 13 },
    prompt: prompt.map((text, line) => ({ text, y: promptTop + 12 + line * PROMPT_LINE })),
    badges: badges.map((badge) => ({ ...badge, y: badgesTop })),
    count: count && { ...count, y: top },
    far: farLines(node, rulers),
  };
}

function heightOf(promptLineCount: number, badges: readonly Badge[]): number {
  const text = NAME_LINE + NAME_GAP + promptLineCount * PROMPT_LINE;
  const row = badges.length === 0 ? 0 : BADGES_GAP + BADGE_HEIGHT;
  return 2 * VERTICAL_PADDING + text + row;
}

function nameOf({ name }: GraphNode, words: Words): string {
  return visibleText(name) || words(sentence`(no name yet)`);
}

function promptLines({ kind, prompt }: GraphNode, { prompt: measure, words }: CardWriter): readonly string[] {
  if (kind === "missing") return [words(sentence`No objective has this name`)];
  const text = visibleText(clipped(prompt, LONGEST_READ));
  return text === ""
    ? [words(sentence`No prompt yet`)]
    : wrapped(text, { width: INNER_WIDTH, lines: PROMPT_LINES }, measure);
}

/** Snake-case names break at their underscores only where they must, so here they are given as words. */
function farLines(node: GraphNode, { far, words }: CardWriter): readonly string[] {
  return wrapped(nameOf(node, words).replaceAll("_", " "), FAR_FRAME, far);
}

function countBadge({ findings }: GraphNode, { small }: Rulers): Badge | undefined {
  const tone = findingTone(findings);
  if (!tone) return undefined;
  const text = String(findings.filter(({ severity }) => MARKED.some((it) => it === severity)).length);
  const width = Math.max(BADGE_HEIGHT, Math.ceil(small(text)) + 2 * BADGE_PADDING - 2);
  return { kind: "count", tone, text, x: CARD_WIDTH - CARD_PADDING - width, y: 0, width };
}

function badgesOf(node: GraphNode, { small }: Rulers): readonly Badge[] {
  const wanted: Pick<Badge, "kind" | "tone" | "text">[] = [];
  if (node.confirmation === "manual") wanted.push({ kind: "manual", tone: "manual", text: "manual" });
  if (node.modality === "visual") wanted.push({ kind: "visual", tone: "visual", text: "visual" });
  for (const name of node.variables)
    wanted.push({ kind: "variable", tone: undefined, text: visibleText(name) });
  return inOneRow(wanted, small);
}

/** As many badges as fit in one row, and `+n` for the rest. A long one is shortened where enough of it is left. */
function inOneRow(
  wanted: readonly Pick<Badge, "kind" | "tone" | "text">[],
  measure: Measure,
): readonly Badge[] {
  const row: Badge[] = [];
  let x = CARD_PADDING;
  for (const [index, { kind, tone, text }] of wanted.entries()) {
    const rest = wanted.length - index - 1;
    const room = CARD_WIDTH - CARD_PADDING - x - (rest > 0 ? moreWidth(rest, measure) + BADGE_SPACING : 0);
    const frame = 2 * BADGE_PADDING + (kind === "variable" ? 0 : ICON_WIDTH);
    const whole = Math.ceil(measure(text)) + frame;
    if (whole > room && room < NARROWEST_SHORTENED) return [...row, moreBadge(rest + 1, x, measure)];
    const shown = endingShort(text, room - frame, measure);
    const width = Math.min(room, Math.ceil(measure(shown)) + frame);
    row.push({ kind, tone, text: shown, x, y: 0, width });
    x += width + BADGE_SPACING;
  }
  return row;
}

function moreBadge(count: number, x: number, measure: Measure): Badge {
  return { kind: "more", tone: undefined, text: `+${count}`, x, y: 0, width: moreWidth(count, measure) };
}

function moreWidth(count: number, measure: Measure): number {
  return Math.ceil(measure(`+${count}`)) + 2 * BADGE_PADDING;
}

function pillOf(edge: GraphEdge, { small }: Rulers): Pill | undefined {
  if (edge.kind === "required") return undefined;
  const lines = wrapped(pillText(edge), PILL_FRAME, small);
  const width = Math.max(...lines.map(small));
  return {
    lines,
    width: Math.ceil(width) + 2 * PILL_PADDING.x,
    height: lines.length * PILL_LINE + 2 * PILL_PADDING.y,
  };
}

function pillText({ kind, condition }: GraphEdge): string {
  if (kind === "otherwise" && condition === OTHERWISE_CONDITION) return "otherwise";
  return visibleText(clipped(condition, LONGEST_READ)) || "…";
}
