// The picture as one SVG string: attributes and classes only, no scripts, no style attributes, no foreign content.
import {
  BADGE_HEIGHT,
  CARD_PADDING,
  CARD_WIDTH,
  findingTone,
  FONT_SIZE,
  NAME_COUNT_GAP,
  PILL_LINE,
  type Badge,
  type Card,
  type GraphCards,
  type Pill,
} from "./card.ts";
import { describeGraph, describeNode, edgeTooltip, nodeTooltip } from "./describe.ts";
import type { Rect, Size } from "./geometry.ts";
import { sentence, type Words } from "../text/sentence.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Palette, Tone, ToneColours } from "./palette.ts";
import { headPath, linePath } from "./route.ts";
import type { GraphLayout, Route } from "./shape.ts";
import type { GraphEdge, GraphNode, GraphView } from "./view.ts";
import { isRightToLeft } from "./visible.ts";
import { element, textNode, type Attributes } from "./xml.ts";

const MARGIN = 32;
const RADIUS = 6;
const MARK_HEIGHT = 16;
const FAR_LINE = 30;

/** `editor`: the background is the panel's, and names in large letters are there for when it zooms out. */
export type Purpose = "editor" | "file";

export interface Look {
  readonly palette: Palette;
  readonly purpose: Purpose;
  readonly words: Words;
}

/** The size of the picture: the layout and a margin around it. */
export function pictureSize({ size, nodes }: GraphLayout): Size {
  const { width, height } = nodes.length === 0 ? EMPTY_SIZE : size;
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

const EMPTY_SIZE: Size = { width: CARD_WIDTH, height: 32 };

/** Where the layout's origin is in the picture. */
export const PICTURE_ORIGIN = { x: MARGIN, y: MARGIN } as const;

export function graphSvg(view: GraphView, cards: GraphCards, layout: GraphLayout, look: Look): string {
  const { palette, purpose, words } = look;
  const size = pictureSize(layout);
  const exits = groupedBy(view.edges, ({ source }) => source);
  const edges = view.edges.map((edge, index) =>
    edgeGroup({ edge, index, pill: cards.pills[index], route: layout.edges[index] }, look),
  );
  const nodes = view.nodes.map((node, index) => {
    const [card, place] = [cards.cards[index], layout.nodes[index]];
    if (!card || !place) return "";
    const label = describeNode(node, exits.get(node.id) ?? [], words);
    return nodeGroup({ node, card, place, index, label, look });
  });
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width: size.width,
    height: size.height,
    viewBox: `${-MARGIN} ${-MARGIN} ${size.width} ${size.height}`,
    class: "graph",
    role: "group",
    "aria-label": describeGraph(view, words),
    "font-family": palette.font,
    "font-size": FONT_SIZE.prompt,
    fill: palette.text,
  };
  const background =
    purpose === "file" ? element("rect", { x: -MARGIN, y: -MARGIN, ...size, fill: palette.page }) : "";
  return element(
    "svg",
    attributes,
    background,
    element("g", { class: "edges", fill: "none", "stroke-width": 1.5 }, ...edges),
    element("g", { class: "nodes" }, ...nodes),
    view.nodes.length === 0 ? emptyNote(look) : "",
  );
}

function emptyNote({ palette: { muted }, words }: Look): string {
  const place = {
    x: EMPTY_SIZE.width / 2,
    y: EMPTY_SIZE.height / 2 + 4,
    fill: muted,
    "text-anchor": "middle",
  };
  return textElement(words(sentence`No objectives yet`), place);
}

interface EdgeDrawing {
  readonly edge: GraphEdge;
  readonly index: number;
  readonly pill: Pill | undefined;
  readonly route: Route | undefined;
}

function edgeGroup({ edge, index, pill, route }: EdgeDrawing, { palette, words }: Look): string {
  if (!route) return "";
  const colour = lineColour(edge, palette);
  return element(
    "g",
    { class: `edge ${edge.kind}`, "data-edge": index, stroke: colour },
    element("title", {}, textNode(edgeTooltip(edge, words))),
    element("path", {
      d: linePath(route.points),
      "stroke-dasharray": edge.kind === "required" ? undefined : "5 4",
    }),
    element("path", { d: headPath(route.points), fill: colour, stroke: "none" }),
    pill && route.label ? pillGroup(edge, pill, route.label, palette) : "",
  );
}

function pillGroup(edge: GraphEdge, { lines }: Pill, place: Rect, palette: Palette): string {
  const { text, tint } = palette.tones[edgeTone(edge)];
  const { x, y, width, height } = place;
  const radius = Math.min(height / 2, 11);
  const top = y + (height - lines.length * PILL_LINE) / 2;
  return element(
    "g",
    { class: "pill" },
    element("rect", {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: height - 1,
      rx: radius,
      fill: tint,
      "stroke-width": 1,
    }),
    element(
      "g",
      { "font-size": FONT_SIZE.pill, fill: text, stroke: "none", "text-anchor": "middle", class: "words" },
      ...lines.map((words, index) =>
        textElement(words, { x: x + width / 2, y: top + index * PILL_LINE + 11 }),
      ),
    ),
  );
}

function edgeTone({ kind, isOnCycle, findings }: GraphEdge): Tone {
  if (isOnCycle) return "cycle";
  return findingTone(findings) ?? (kind === "when" ? "when" : "quiet");
}

function lineColour(edge: GraphEdge, palette: Palette): string {
  const isMarked = edge.isOnCycle || findingTone(edge.findings) !== undefined;
  return edge.kind === "required" && !isMarked ? palette.required : palette.tones[edgeTone(edge)].line;
}

interface NodeDrawing {
  readonly node: GraphNode;
  readonly card: Card;
  readonly place: Rect;
  readonly index: number;
  readonly label: string;
  readonly look: Look;
}

function nodeGroup({ node, card, place, index, label, look }: NodeDrawing): string {
  const { palette, purpose, words } = look;
  const attributes = {
    class: `node ${node.kind}`,
    "data-node": index,
    transform: `translate(${place.x},${place.y})`,
    role: "img",
    "aria-label": label,
  };
  return element(
    "g",
    attributes,
    element("title", {}, textNode(nodeTooltip(node, words))),
    box(node, card, palette),
    element(
      "g",
      { class: "words" },
      lineElement(card.name.text, nameMargins(card), {
        y: card.name.y,
        "font-size": FONT_SIZE.name,
        "font-weight": 600,
      }),
      promptText(node, card, palette),
    ),
    element(
      "g",
      { class: "badges", "font-size": FONT_SIZE.badge },
      ...badges(card).map((it) => badgeGroup(it, palette)),
    ),
    purpose === "editor" ? farName(card) : "",
    ...marks(node, card, look),
  );
}

function box(node: GraphNode, { height }: Card, palette: Palette): string {
  const tone = findingTone(node.findings);
  const outline = node.isStart
    ? palette.tones.start.line
    : node.kind === "missing"
      ? palette.tones.error.line
      : palette.border;
  const rect = element("rect", {
    class: "box",
    x: 0.5,
    y: 0.5,
    width: CARD_WIDTH - 1,
    height: height - 1,
    rx: RADIUS,
    fill: node.kind === "missing" ? palette.page : palette.card,
    stroke: outline,
    "stroke-width": node.isStart ? 1.5 : 1,
    "stroke-dasharray": node.kind === "missing" ? "4 3" : undefined,
  });
  return tone
    ? rect + element("path", { class: "finding", d: leftEdge(height), fill: palette.tones[tone].line })
    : rect;
}

/** The four leftmost pixels of a card, with its rounded corners. */
function leftEdge(height: number): string {
  return `M4,0H${RADIUS - 2}A${RADIUS},${RADIUS} 0 0 0 0,${RADIUS}V${height - RADIUS}A${RADIUS},${RADIUS} 0 0 0 4,${height}Z`;
}

function promptText({ kind, prompt }: GraphNode, card: Card, palette: Palette): string {
  const isPlaceholder = kind === "missing" || prompt.trim() === "";
  const attributes = {
    fill: palette.muted,
    "font-style": isPlaceholder ? "italic" : undefined,
    class: "prompt",
  };
  return element(
    "g",
    attributes,
    ...card.prompt.map(({ text: words, y }) => lineElement(words, CARD_MARGINS, { y })),
  );
}

const CARD_MARGINS: Margins = { left: CARD_PADDING, right: CARD_WIDTH - CARD_PADDING };

function nameMargins({ count }: Card): Margins {
  return { ...CARD_MARGINS, right: count ? count.x - NAME_COUNT_GAP : CARD_MARGINS.right };
}

function badges(card: Card): readonly Badge[] {
  return card.count ? [...card.badges, card.count] : card.badges;
}

function badgeGroup({ kind, tone, text: words, x, y, width }: Badge, palette: Palette): string {
  const { line, text: colour, tint } = tone ? palette.tones[tone] : chipColours(palette);
  const rect = {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: BADGE_HEIGHT - 1,
    rx: (BADGE_HEIGHT - 1) / 2,
    fill: tint,
    stroke: line,
  };
  const icon =
    kind === "manual" ? checkMark(x + 7, y + 9, colour) : kind === "visual" ? eye(x + 12, y + 9, colour) : "";
  const indent = icon === "" ? 0 : 7;
  return element(
    "g",
    { class: `badge ${kind}` },
    element("rect", rect),
    icon,
    textElement(words, {
      x: x + width / 2 + indent,
      y: y + 12.75,
      fill: colour,
      "text-anchor": "middle",
      "font-weight": kind === "count" ? 600 : undefined,
    }),
  );
}

function chipColours({ chip, chipLine, muted }: Palette): ToneColours {
  return { line: chipLine, text: muted, tint: chip };
}

function checkMark(x: number, y: number, colour: string): string {
  return element("path", {
    d: `M${x},${y}l3,3.2l6,-6.6`,
    fill: "none",
    stroke: colour,
    "stroke-width": 1.6,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

function eye(x: number, y: number, colour: string): string {
  return (
    element("circle", { cx: x, cy: y, r: 4.2, fill: "none", stroke: colour, "stroke-width": 1.4 }) +
    element("circle", { cx: x, cy: y, r: 1.6, fill: colour })
  );
}

/** The name alone, large: shown where the card is seen from afar. */
function farName({ far, height }: Card): string {
  const top = height / 2 - (far.length * FAR_LINE) / 2 + 24;
  const lines = far.map((words, index) =>
    textElement(words, { x: CARD_WIDTH / 2, y: top + index * FAR_LINE }),
  );
  return element(
    "g",
    {
      class: "far",
      display: "none",
      "font-size": FONT_SIZE.far,
      "font-weight": 600,
      "text-anchor": "middle",
    },
    ...lines,
  );
}

function marks({ isStart, isEnd }: GraphNode, { height }: Card, { palette, words }: Look): readonly string[] {
  const { start } = palette.tones;
  const filled = { line: start.text, text: palette.page, tint: start.text };
  const outlined = { line: palette.border, text: palette.muted, tint: palette.card };
  return [
    isStart
      ? mark(words(sentence`START`), { x: CARD_PADDING - 2, y: -MARK_HEIGHT / 2, width: 48 }, filled)
      : "",
    isEnd
      ? mark(
          words(sentence`END`),
          { x: CARD_WIDTH - CARD_PADDING + 2 - 38, y: height - MARK_HEIGHT / 2, width: 38 },
          outlined,
        )
      : "",
  ];
}

function mark(
  words: string,
  { x, y, width }: Omit<Rect, "height">,
  { line, text: colour, tint }: ToneColours,
): string {
  const rect = {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: MARK_HEIGHT - 1,
    rx: (MARK_HEIGHT - 1) / 2,
    fill: tint,
    stroke: line,
  };
  const style = {
    "font-size": FONT_SIZE.mark,
    "font-weight": 600,
    "letter-spacing": 0.6,
    "text-anchor": "middle",
  };
  return element(
    "g",
    { class: "mark" },
    element("rect", rect),
    textElement(words, { x: x + width / 2 + 0.3, y: y + 11.4, fill: colour, ...style }),
  );
}

/** A line of a paragraph between two margins, at the one where its script begins. */
function lineElement(words: string, { left, right }: Margins, attributes: Attributes): string {
  return textElement(words, { x: isRightToLeft(words) ? right : left, ...attributes });
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

function textElement(words: string, attributes: Attributes): string {
  return element(
    "text",
    { ...attributes, direction: isRightToLeft(words) ? "rtl" : undefined },
    textNode(words),
  );
}
