// All findings of a model. What one unit's text, or the set's names, found before stands while these stay the same.
import { spanAt, type Model } from "../model/analyze.ts";
import { absolute, type Unit } from "../model/source.ts";
import { lazy } from "../text/lazy.ts";
import { shift, type Span } from "../text/span.ts";
import { codes } from "./codes.ts";
import { unitFinding, type Finding, type SetFinding, type UnitFinding } from "./finding.ts";
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
import { emptyText } from "./rules/empty-text.ts";
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

const unitRules: readonly ((unit: Unit) => Iterable<UnitFinding>)[] = [
  syntax,
  missingPrompt,
  emptyText,
  unknownProperty,
  unknownValue,
  duplicateProperty,
  nameWithSpaces,
  badName,
  mixedEdges,
  otherwise,
  noOtherwise,
  duplicateEdge,
  severalRequired,
  badCallback,
  duplicateVariable,
  longPrompt,
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
  includeMissing,
  scenario,
];

export interface Check {
  readonly model: Model;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** What can be taken over by the next check. */
  readonly kept: Kept;
}

interface Kept {
  readonly units: readonly UnitCheck[];
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
  const findings = lazy(() => collect(model, kept));
  return {
    model,
    kept,
    get findings() {
      return findings();
    },
  };
}

function isAlike(one: Model, other: Model): boolean {
  return one.symbols === other.symbols && one.given === other.given;
}

function unitChecks({ source }: Model, previous: Check | undefined): readonly UnitCheck[] {
  const before = previous?.model.source.units ?? [];
  const shared = source.units.length - before.length; // an edit in one place moves what is below it by as much
  const keptAt = (index: number): UnitCheck | undefined => previous?.kept.units[index];
  return source.units.map((unit, index) => {
    const kept =
      before[index] === unit
        ? keptAt(index)
        : before[index - shared] === unit
          ? keptAt(index - shared)
          : undefined;
    return kept ?? checkUnit(unit);
  });
}

const nothing: UnitCheck = { findings: [], suppressions: [] };

function checkUnit(unit: Unit): UnitCheck {
  const findings = unitRules.flatMap((rule) => [...rule(unit)]);
  const suppressions = unit.comments.length === 0 ? [] : suppressionsOf(unit);
  return findings.length === 0 && suppressions.length === 0 ? nothing : { findings, suppressions };
}

function collect(model: Model, { units, set }: Kept): readonly Finding[] {
  const silenced = new Set<Suppression>();
  const isHeard = (unit: number, code: string, span: Span): boolean => {
    const by = units[unit]?.suppressions.filter(
      (it) => it.code === code && it.over.start <= span.start && span.end <= it.over.end,
    );
    by?.forEach((it) => silenced.add(it));
    return !by || by.length === 0;
  };
  const ofUnits = units.flatMap((it, unit) =>
    it.findings
      .filter(({ code, span }) => isHeard(unit, code, span))
      .map((finding) => placeUnitFinding(model, unit, finding)),
  );
  const ofSet = set
    .map((finding) => ({ finding, placed: placeSetFinding(model, finding) }))
    .filter(({ finding, placed }) => {
      const { unit } = finding.at;
      return isHeard(unit, finding.code, shift(placed.span, -(model.source.starts[unit] ?? 0)));
    })
    .map(({ placed }) => placed);
  const unused = units.flatMap((it, unit) =>
    it.suppressions
      .filter((suppression) => !silenced.has(suppression))
      .map(({ at, code }) => placeUnitFinding(model, unit, unitFinding("unused-suppression", at, code))),
  );
  return [...ofUnits, ...ofSet, ...unused].sort(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
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
