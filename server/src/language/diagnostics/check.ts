// All findings of a model. What one unit's text, or the set's names, found before stands while these stay the same.
import { mentionAt, spanAt, type Model } from "../model/analyze.ts";
import { absolute, type Unit } from "../model/source.ts";
import { lazy } from "../text/lazy.ts";
import type * as ast from "../syntax/ast.ts";
import type { Problem } from "../syntax/messages.ts";
import type { Span } from "../text/span.ts";
import { codes } from "./codes.ts";
import { unitFinding, type Finding, type Report, type SetFinding, type UnitFinding } from "./finding.ts";
import { suppressionsOf, type Suppression } from "./suppressions.ts";
import { badCallback, badCallbackWithParams } from "./rules/bad-callback.ts";
import { badName } from "./rules/bad-name.ts";
import { cycle } from "./rules/cycle.ts";
import { duplicateDefaults } from "./rules/duplicate-defaults.ts";
import { duplicateEdge } from "./rules/duplicate-edge.ts";
import { duplicateObjective } from "./rules/duplicate-objective.ts";
import { duplicateProperty } from "./rules/duplicate-property.ts";
import { duplicateVariable } from "./rules/duplicate-variable.ts";
import { emptySet } from "./rules/empty-set.ts";
import { emptyText, emptyTextWithParams } from "./rules/empty-text.ts";
import { includeMissing } from "./rules/include-missing.ts";
import { longPrompt } from "./rules/long-prompt.ts";
import { missingPrompt } from "./rules/missing-prompt.ts";
import { mixedEdges } from "./rules/mixed-edges.ts";
import { nameWithSpaces } from "./rules/name-with-spaces.ts";
import { noOtherwise } from "./rules/no-otherwise.ts";
import { order } from "./rules/order.ts";
import { otherwise } from "./rules/otherwise.ts";
import { params } from "./rules/params.ts";
import { scenario } from "./rules/scenario.ts";
import { secretInText } from "./rules/secret-in-text.ts";
import { severalRequired } from "./rules/several-required.ts";
import { severalStarts } from "./rules/several-starts.ts";
import { syntax } from "./rules/syntax.ts";
import { unknownObjective } from "./rules/unknown-objective.ts";
import { unknownProperty } from "./rules/unknown-property.ts";
import { unknownValue } from "./rules/unknown-value.ts";

const objectiveRules: readonly ((objective: ast.Objective, report: Report) => void)[] = [
  missingPrompt,
  emptyText,
  nameWithSpaces,
  badName,
  mixedEdges,
  otherwise,
  noOtherwise,
  duplicateEdge,
  severalRequired,
  duplicateVariable,
  longPrompt,
];

const unitRules: readonly ((unit: Unit, report: Report) => void)[] = [
  syntax,
  unknownProperty,
  unknownValue,
  duplicateProperty,
  badCallback,
  secretInText,
];

const setRules: readonly ((model: Model) => Iterable<SetFinding>)[] = [
  order,
  unknownObjective,
  duplicateObjective,
  duplicateDefaults,
  emptySet,
  severalStarts,
  cycle,
  params,
  badCallbackWithParams,
  emptyTextWithParams,
  includeMissing,
  scenario,
];

export interface Check {
  readonly model: Model;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** Those that a comment silences, in the same order. */
  readonly silenced: readonly Finding[];
  /** What can be taken over by the next check. */
  readonly kept: Kept;
}

interface Kept {
  /** What units have, by their index; those that have nothing are not in it. */
  readonly units: ReadonlyMap<number, UnitCheck>;
  readonly set: readonly SetFinding[];
}

/** What one unit alone has. */
interface UnitCheck {
  readonly findings: readonly UnitFinding[];
  readonly suppressions: readonly Suppression[];
}

/** Every finding of the model. A previous check saves the work for what it shares with this one. */
export function check(model: Model, previous?: Check): Check {
  const kept: Kept = {
    units: unitChecks(model, previous),
    set:
      previous && isAlike(previous.model, model)
        ? previous.kept.set
        : setRules.flatMap((rule) => [...rule(model)]),
  };
  const collected = lazy(() => collect(model, kept));
  return {
    model,
    kept,
    get findings() {
      return collected().findings;
    },
    get silenced() {
      return collected().silenced;
    },
  };
}

function isAlike(one: Model, other: Model): boolean {
  return one.symbols === other.symbols && one.given === other.given;
}

function unitChecks({ source }: Model, previous: Check | undefined): Kept["units"] {
  const { change, units } = source;
  if (!previous || change?.from !== previous.model.source.units) return checkUnits(units, 0, units.length);
  const { first, removed, added } = change;
  const checks = checkUnits(units, first, first + added);
  for (const [index, kept] of previous.kept.units) {
    if (index < first) checks.set(index, kept);
    else if (index >= first + removed) checks.set(index + added - removed, kept);
  }
  return checks;
}

function checkUnits(units: readonly Unit[], from: number, to: number): Map<number, UnitCheck> {
  const checks = new Map<number, UnitCheck>();
  for (let index = from; index < to; index++) {
    const unit = units[index];
    const checked = unit && checkUnit(unit);
    if (checked) checks.set(index, checked);
  }
  return checks;
}

/** Undefined where the unit has nothing. */
function checkUnit(unit: Unit): UnitCheck | undefined {
  const findings: UnitFinding[] = [];
  const report: Report = (finding) => findings.push(finding);
  for (const rule of unitRules) rule(unit, report);
  for (const declaration of unit.declarations) {
    if (declaration.kind === "objective") for (const rule of objectiveRules) rule(declaration, report);
  }
  const suppressions = unit.comments.length === 0 ? [] : suppressionsOf(unit);
  return findings.length === 0 && suppressions.length === 0 ? undefined : { findings, suppressions };
}

type Collected = Pick<Check, "findings" | "silenced">;

function collect(model: Model, { units, set }: Kept): Collected {
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  const silenced: Finding[] = [];
  const listFor = (unit: number, code: string, { start, end }: Span): Finding[] => {
    const silencing = (units.get(unit)?.suppressions ?? []).filter(
      ({ code: silent, over }) => silent === code && over.start <= start && end <= over.end,
    );
    silencing.forEach((suppression) => used.add(suppression));
    return silencing.length === 0 ? findings : silenced;
  };
  for (const finding of set) {
    if (isExplained(finding, units)) continue;
    const span = mentionAt(model, finding.at)?.span;
    if (span) listFor(finding.at.unit, finding.code, span).push(placeSetFinding(model, finding));
  }
  for (const [unit, { findings: found, suppressions }] of units) {
    for (const finding of found)
      listFor(unit, finding.code, finding.span).push(placeUnitFinding(model, unit, finding));
    for (const suppression of suppressions) {
      if (used.has(suppression)) continue;
      const unused = unitFinding("unused-suppression", suppression.at, suppression.code);
      findings.push(placeUnitFinding(model, unit, unused));
    }
  }
  return { findings: findings.sort(byPlace), silenced: silenced.sort(byPlace) };
}

/** What stands outside of every declaration was probably meant as the objective that is missing. */
function isExplained({ code }: SetFinding, units: Kept["units"]): boolean {
  if (code !== "empty-set") return false;
  const ofUnits = [...units.values()].flatMap(({ findings }) => findings);
  return ofUnits.some((it) => it.code === "syntax" && it.arguments[0] === ("outside" satisfies Problem));
}

/** The order in which findings are shown. */
export function byPlace({ span: one }: Finding, { span: other }: Finding): number {
  return one.start - other.start || one.end - other.end;
}

function placeUnitFinding({ source }: Model, unit: number, finding: UnitFinding): Finding {
  return {
    code: finding.code,
    severity: finding.severity ?? codes[finding.code].severity,
    span: absolute(source, unit, finding.span),
    arguments: finding.arguments,
    related: (finding.related ?? []).map((span) => absolute(source, unit, span)),
    tags: [],
  };
}

function placeSetFinding(model: Model, finding: SetFinding): Finding {
  return {
    code: finding.code,
    severity: finding.severity ?? codes[finding.code].severity,
    span: spanAt(model, finding.at),
    arguments: finding.arguments,
    related: (finding.related ?? []).map((ref) => spanAt(model, ref)),
    tags: finding.tags ?? [],
  };
}
