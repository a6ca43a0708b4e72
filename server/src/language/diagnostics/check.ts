// All findings of a model. What one unit's text, or the set's names, found before stands while these stay the same.
import { idOf, isWhole, mentionAt, placeAt, spanInFile, type Model } from "../model/analyze.ts";
import type { Ref } from "../model/symbols.ts";
import type { Source, Unit } from "../model/source.ts";
import { lazy } from "../text/lazy.ts";
import type * as ast from "../syntax/ast.ts";
import type { Problem } from "../syntax/messages.ts";
import type { Place } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { codes } from "./codes.ts";
import { unitFinding, type Finding, type Report, type SetFinding, type UnitFinding } from "./finding.ts";
import { suppressionsOf, type Suppression } from "./suppressions.ts";
import { badCallback, badCallbackWithParams } from "./rules/bad-callback.ts";
import { badName } from "./rules/bad-name.ts";
import { collectedTwice } from "./rules/collected-twice.ts";
import { cycle } from "./rules/cycle.ts";
import { duplicateDefaults } from "./rules/duplicate-defaults.ts";
import { duplicateEdge } from "./rules/duplicate-edge.ts";
import { duplicateObjective } from "./rules/duplicate-objective.ts";
import { duplicateProperty } from "./rules/duplicate-property.ts";
import { duplicateSetName } from "./rules/duplicate-set-name.ts";
import { duplicateVariable } from "./rules/duplicate-variable.ts";
import { emptySet } from "./rules/empty-set.ts";
import { emptyText, emptyTextWithParams } from "./rules/empty-text.ts";
import { includeCycle } from "./rules/include-cycle.ts";
import { includeMissing } from "./rules/include-missing.ts";
import { includeOutside } from "./rules/include-outside.ts";
import { includeSet } from "./rules/include-set.ts";
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
import { unreachable } from "./rules/unreachable.ts";
import { unknownValue } from "./rules/unknown-value.ts";
import { unusedFragment } from "./rules/unused-fragment.ts";

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

type SetRule = (model: Model) => Iterable<SetFinding>;

/** What is wrong whatever other files say. */
const nameRules: readonly SetRule[] = [
  order,
  duplicateObjective,
  duplicateDefaults,
  badCallbackWithParams,
  emptyTextWithParams,
  includeCycle,
  includeMissing,
  includeOutside,
  includeSet,
  duplicateSetName,
  unusedFragment,
];

/** What can be known only where all files are: elsewhere are the rest of a fragment's names and ways. */
const setRules: readonly SetRule[] = [
  ...nameRules,
  unknownObjective,
  emptySet,
  severalStarts,
  unreachable,
  cycle,
  collectedTwice,
  params,
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
  /** For every file of the set. */
  readonly files: readonly FileChecks[];
  readonly set: readonly SetFinding[];
}

/** What units have, by their index; those that have nothing are not in it. */
type FileChecks = ReadonlyMap<number, UnitCheck>;

/** What one unit alone has. */
interface UnitCheck {
  readonly findings: readonly UnitFinding[];
  readonly suppressions: readonly Suppression[];
}

/** Every finding of the model. A previous check saves the work for what it shares with this one. */
export function check(model: Model, previous?: Check): Check {
  const kept: Kept = {
    files: model.files.map(({ source }, file) => fileChecks(source, file, previous)),
    set: previous && isAlike(previous.model, model) ? previous.kept.set : setFindings(model),
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
  return (
    one.symbols === other.symbols &&
    one.given === other.given &&
    one.includes === other.includes &&
    one.surroundings === other.surroundings
  );
}

function setFindings(model: Model): readonly SetFinding[] {
  return (isWhole(model) ? setRules : nameRules).flatMap((rule) => [...rule(model)]);
}

function fileChecks({ change, units }: Source, file: number, previous: Check | undefined): FileChecks {
  const before = previous?.model.files[file]?.source.units;
  const kept = previous?.kept.files[file];
  if (before === units && kept) return kept;
  if (!kept || !before) return checkUnits(units, 0, units.length);
  if (!change || change.from !== before) return checkOthers(units, before, kept);
  const { first, removed, added } = change;
  const checks = checkUnits(units, first, first + added);
  for (const [index, it] of kept) {
    if (index < first) checks.set(index, it);
    else if (index >= first + removed) checks.set(index + added - removed, it);
  }
  return checks;
}

/** Where an edit's own record does not say what is new: whatever was not there before. */
function checkOthers(units: readonly Unit[], before: readonly Unit[], kept: FileChecks): FileChecks {
  const known = new Map(before.map((unit, index) => [unit, kept.get(index)]));
  const checks = new Map<number, UnitCheck>();
  for (const [index, unit] of units.entries()) {
    const checked = known.has(unit) ? known.get(unit) : checkUnit(unit);
    if (checked) checks.set(index, checked);
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

function collect(model: Model, { files, set }: Kept): Collected {
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  const silenced: Finding[] = [];
  const listFor = ({ file, unit }: UnitPlace, code: string, { start, end }: Span): Finding[] => {
    const silencing = (files[file]?.get(unit)?.suppressions ?? []).filter(
      ({ code: silent, over }) => silent === code && over.start <= start && end <= over.end,
    );
    silencing.forEach((suppression) => used.add(suppression));
    return silencing.length === 0 ? findings : silenced;
  };
  for (const finding of set) {
    if (isExplained(finding, files)) continue;
    const span = mentionAt(model, finding.at)?.span;
    if (span) listFor(finding.at, finding.code, span).push(placeSetFinding(model, finding));
  }
  for (const { at, found } of unitChecksOf(files)) {
    for (const finding of found.findings)
      listFor(at, finding.code, finding.span).push(placeUnitFinding(model, at, finding));
    for (const suppression of found.suppressions) {
      if (used.has(suppression)) continue;
      const unused = unitFinding("unused-suppression", suppression.at, suppression.code);
      findings.push(placeUnitFinding(model, at, unused));
    }
  }
  return { findings: inOrder(model, findings), silenced: inOrder(model, silenced) };
}

type UnitPlace = Pick<Ref, "file" | "unit">;

function* unitChecksOf(
  files: Kept["files"],
): Iterable<{ readonly at: UnitPlace; readonly found: UnitCheck }> {
  for (const [file, checks] of files.entries())
    for (const [unit, found] of checks) yield { at: { file, unit }, found };
}

/** What stands outside of every declaration was probably meant as the objective that is missing. */
function isExplained({ code }: SetFinding, files: Kept["files"]): boolean {
  if (code !== "empty-set") return false;
  const ofUnits = [...unitChecksOf(files)].flatMap(({ found }) => found.findings);
  return ofUnits.some((it) => it.code === "syntax" && it.arguments[0] === ("outside" satisfies Problem));
}

/** The findings in the order in which they are shown: file by file, then by their places. */
export function inOrder({ files }: Model, findings: readonly Finding[]): readonly Finding[] {
  if (files.length === 1) return findings.toSorted(byPlace);
  const index = new Map(files.map(({ id }, file) => [id, file]));
  const fileOf = ({ file }: Finding): number => index.get(file) ?? 0;
  return findings.toSorted((one, other) => fileOf(one) - fileOf(other) || byPlace(one, other));
}

/** By where they begin, then by where they end. */
export function byPlace({ span: one }: Finding, { span: other }: Finding): number {
  return one.start - other.start || one.end - other.end;
}

function placeUnitFinding(model: Model, at: UnitPlace, finding: UnitFinding): Finding {
  const place = (span: Span): Place => ({ file: idOf(model, at), span: spanInFile(model, at, span) });
  return {
    code: finding.code,
    severity: finding.severity ?? codes[finding.code].severity,
    ...place(finding.span),
    arguments: finding.arguments,
    related: (finding.related ?? []).map(place),
    tags: [],
  };
}

function placeSetFinding(model: Model, finding: SetFinding): Finding {
  return {
    code: finding.code,
    severity: finding.severity ?? codes[finding.code].severity,
    ...placeAt(model, finding.at),
    arguments: finding.arguments,
    related: (finding.related ?? []).map((ref) => placeAt(model, ref)),
    tags: finding.tags ?? [],
  };
}
