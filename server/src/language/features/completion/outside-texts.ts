// Outside of texts: what may stand next, by the tokens and the tree of what stands before.
import type * as ast from "../../syntax/ast.ts";
import * as t from "../../syntax/tokens.ts";
import type { Span } from "../../text/span.ts";
import { hasOwnLine, isOnLine, isText, lengthBehind, touches, type Before, type Token } from "./before.ts";
import { textRole } from "./in-text.ts";
import { NOTHING, type Place } from "./place.ts";

/** `declaration` is the last one before the cursor, as far as it is written there. */
export function outsideTexts(before: Before, declaration: ast.Declaration | undefined): Place {
  const { last, rest } = before;
  if (last && touchesEnd(before, last)) return NOTHING;
  if (!declaration) return atTop(before);
  const depth = depthIn(before, declaration);
  if (depth === 0) return atHead(before, declaration);
  const isAtMargin = /(?:^|[\r\n])$/.test(before.text);
  if (isAtMargin && !closes(rest)) return { kind: "declaration" };
  return inBlock(before, declaration, depth);
}

/** Right behind a closed text or brace nothing begins. */
function touchesEnd(before: Before, last: Token): boolean {
  return touches(before, last) && (isText(last) || last.tokenType === t.CloseBrace);
}

function depthIn({ tokens }: Before, { span }: ast.Declaration): number {
  const count = (type: Token["tokenType"]): number =>
    tokens.filter(({ tokenType, startOffset }) => tokenType === type && startOffset >= span.start).length;
  return Math.max(0, count(t.OpenBrace) - count(t.CloseBrace));
}

function closes(rest: string): boolean {
  return t.tokenize(rest).tokens.some(({ tokenType }) => tokenType === t.CloseBrace);
}

// ── Outside of blocks ──

/** A declaration begins on a line of its own. */
function atTop({ text }: Before): Place {
  return /(?:^|[\r\n])\s*$/.test(text) ? { kind: "declaration" } : NOTHING;
}

function atHead(before: Before, { kind }: ast.Declaration): Place {
  const type = before.last?.tokenType;
  const isBehindKeyword = type === t.Declaration.objective || type === t.Declaration.param;
  if ((kind === "objective" || kind === "param") && isBehindKeyword && isOnLine(before)) {
    return { kind: "declared name", of: kind };
  }
  return type === t.Declaration.include ? (atText(before) ?? NOTHING) : atTop(before);
}

// ── In blocks ──

function inBlock(before: Before, declaration: ast.Declaration, depth: number): Place {
  switch (declaration.kind) {
    case "objective":
      return inObjective(before, declaration);
    case "defaults":
      return atValue(before) ?? atProperty(before, "defaults");
    case "scenario":
      return depth === 1 ? atStep(before, declaration) : atStepVariable(before, declaration);
    case "header":
    case "include":
    case "param":
      return NOTHING;
  }
}

function inObjective(before: Before, { edges, properties }: ast.Objective): Place {
  const type = before.last?.tokenType;
  if (type === t.Arrow && isOnLine(before)) return { kind: "target" };
  if (isBehindTarget(before, edges.at(-1))) return { kind: "edge word" };
  const isInCollect = properties.some(({ kind, span }) => kind === "collect" && endsBefore(before, span));
  if (isInCollect && type === t.Comma) return { kind: "variable" };
  if (type === t.Property.collect && isOnLine(before)) return { kind: "variable" };
  if (type === t.Property.meta && isOnLine(before)) return { kind: "meta key" };
  return atValue(before) ?? atProperty(before, "objective");
}

function isBehindTarget(before: Before, edge: ast.Edge | undefined): boolean {
  if (!edge?.target || edge.keyword || edge.condition) return false;
  return endsBefore(before, edge.target.span) && isOnLine(before);
}

function endsBefore({ last }: Before, { end }: Span): boolean {
  return last !== undefined && t.endOf(last) === end;
}

function atValue(before: Before): Place | undefined {
  if (!isOnLine(before)) return undefined;
  if (before.last?.tokenType === t.Property.confirm) return { kind: "value", of: "confirm" };
  if (before.last?.tokenType === t.Property.modality) return { kind: "value", of: "modality" };
  return atText(before);
}

/** Behind what a text belongs to, before its quotes; a word that stands there already belongs to what comes next. */
function atText(before: Before): Place | undefined {
  const isFree = isOnLine(before) && lengthBehind(before.rest) === 0;
  const role = isFree ? textRole(before.tokens) : undefined;
  return role && { kind: "text", role, quotes: "missing" };
}

function atProperty(before: Before, of: "objective" | "defaults"): Place {
  if (!mayBegin(before)) return NOTHING;
  return { kind: "property", of, line: hasOwnLine(before) ? "own" : "shared" };
}

/** Something new begins on a line of its own, behind a brace, and behind a value that is whole. */
function mayBegin(before: Before): boolean {
  const { last, tokens } = before;
  if (!last || !isOnLine(before)) return true;
  const keyword = tokens.at(-2)?.tokenType;
  const isChoice = keyword === t.Property.confirm || keyword === t.Property.modality;
  return isText(last) || isChoice || last.tokenType === t.OpenBrace || last.tokenType === t.CloseBrace;
}

function atStep(before: Before, { steps, end }: ast.Scenario): Place {
  const last = steps.at(-1);
  const isBehindStep = last !== undefined && endsBefore(before, last.name.span);
  if (end || !(isBehindStep || mayBegin(before))) return NOTHING;
  return { kind: "step", before: steps.map(({ name }) => name.text) };
}

function atStepVariable(before: Before, { steps }: ast.Scenario): Place {
  return atText(before) ?? (mayBegin(before) ? { kind: "step variable", step: steps.at(-1) } : NOTHING);
}
