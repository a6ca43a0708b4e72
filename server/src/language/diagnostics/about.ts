// What several rules ask of trees and names.
import type { Unit } from "../model/source.ts";
import type { Symbols } from "../model/symbols.ts";
import type * as ast from "../syntax/ast.ts";
import type { Issue } from "../syntax/messages.ts";
import { nearest } from "../text/nearest.ts";
import { covers, type Span } from "../text/span.ts";
import { unitFinding, type Report } from "./finding.ts";

/** Where a finding about a whole objective points: its name, or its keyword while it has none. */
export function headOf({ name, span }: ast.Objective): ast.Objective["span"] {
  return name?.span ?? { start: span.start, end: span.start + "objective".length };
}

/** The declaration that the span stands in. */
export function declarationAround({ declarations }: Unit, span: Span): ast.Declaration | undefined {
  return declarations.find((it) => covers(it.span, span));
}

/** The property of the declaration whose keyword begins where the span does. */
export function propertyAt(declaration: ast.Declaration, { start }: Span): ast.Property | undefined {
  return propertiesIn(declaration).find(({ keyword }) => keyword.start === start);
}

/** The properties of a unit's objectives and defaults. */
export function propertiesOf({ declarations }: Unit): readonly ast.Property[] {
  const [only] = declarations;
  return only && declarations.length === 1 ? propertiesIn(only) : declarations.flatMap(propertiesIn);
}

/** None of a declaration that has no properties. */
export function propertiesIn(node: ast.Declaration): readonly ast.Property[] {
  return node.kind === "objective" || node.kind === "defaults" ? node.properties : [];
}

/** None of a declaration that leads nowhere. */
export function edgesIn(node: ast.Declaration): readonly ast.Edge[] {
  return node.kind === "objective" ? node.edges : [];
}

/** Whether the platform would refuse the name for its blanks. */
export function hasSpaces(name: string): boolean {
  return /\s/.test(name);
}

/** The objective that a misspelt name was probably meant to be. */
export function meantBy(name: string, symbols: Symbols): string | undefined {
  return mayBeSlips(symbols) ? meantAmong(name, [...symbols.byName.keys()]) : undefined;
}

/** The name that another was probably meant to be: it differs little, or only in what nobody sees. */
export function meantAmong(name: string, names: readonly string[]): string | undefined {
  const near = nearest(name, names);
  return near ?? (IS_ASCII.test(name) ? undefined : names.find((it) => isSameLook(it, name)));
}

const IS_ASCII = /^[\0-\x7F]*$/;

/** Whether two names look the same and are not: their accents are written in two ways. */
export function isSameLook(name: string, other: string): boolean {
  return name !== other && name.normalize() === other.normalize();
}

/** So many unknown names are no slips but objectives to come, and to compare each with every name would take its time. */
export function mayBeSlips({ lost }: Symbols): boolean {
  return lost.length <= MOST_SLIPS;
}

const MOST_SLIPS = 100;

/** Reports what was found under a code while a unit was read. */
export function reportIssues(wanted: Issue["code"], { issues }: Unit, report: Report): void {
  for (const { code, span, problem, arguments: args } of issues)
    if (code === wanted) report(unitFinding(code, span, problem, ...args));
}
