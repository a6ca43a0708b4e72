// All findings of a model. What one unit's text, or the set's names, found before stands while these stay the same.
import { idOf, isWhole, mentionAt, placeAt, spanInFile, unitOf, type Model } from "../model/analyze.ts";
import type { Ref } from "../model/symbols.ts";
import type { Source, Unit } from "../model/source.ts";
import { lazy, lazyKind } from "../text/lazy.ts";
import type * as ast from "../syntax/ast.ts";
import type { Place } from "../text/place.ts";
import { byPlace, type Span } from "../text/span.ts";
import { severityOf } from "./codes.ts";
import { hasSigns } from "./english.ts";
import { explaining, isExplainedWithin } from "./explained.ts";
import type { Finding, Report, SetFinding, SleepingFinding, UnitFinding } from "./finding.ts";
import { LONGEST_PROMPT, promptOf, type Prompt } from "./prompts.ts";
import { misunderstood, suppressionsOf, unusedSuppression, type Suppression } from "./suppressions.ts";
import { badCallback, badCallbackWithParams } from "./rules/bad-callback.ts";
import { badEscape } from "./rules/bad-escape.ts";
import { badIndent } from "./rules/bad-indent.ts";
import { badName } from "./rules/bad-name.ts";
import { collectedTwice } from "./rules/collected-twice.ts";
import { branchingInPrompt } from "./rules/branching-in-prompt.ts";
import { cycle } from "./rules/cycle.ts";
import { duplicateDefaults } from "./rules/duplicate-defaults.ts";
import { duplicateEdge } from "./rules/duplicate-edge.ts";
import { duplicateObjective } from "./rules/duplicate-objective.ts";
import { duplicateParam } from "./rules/duplicate-param.ts";
import { duplicateProperty } from "./rules/duplicate-property.ts";
import { duplicateScenario } from "./rules/duplicate-scenario.ts";
import { duplicateSetName } from "./rules/duplicate-set-name.ts";
import { duplicateVariable } from "./rules/duplicate-variable.ts";
import { emptySet } from "./rules/empty-set.ts";
import { emptyText, emptyTextWithParams } from "./rules/empty-text.ts";
import { futureInPrompt } from "./rules/future-in-prompt.ts";
import { includeCycle } from "./rules/include-cycle.ts";
import { includeMissing } from "./rules/include-missing.ts";
import { includeOutside } from "./rules/include-outside.ts";
import { includeSet } from "./rules/include-set.ts";
import { longPrompt } from "./rules/long-prompt.ts";
import { manualNeedsClient } from "./rules/manual-needs-client.ts";
import { missingPrompt } from "./rules/missing-prompt.ts";
import { mixedEdges } from "./rules/mixed-edges.ts";
import { nameWithSpaces } from "./rules/name-with-spaces.ts";
import { noCollect } from "./rules/no-collect.ts";
import { noOtherwise } from "./rules/no-otherwise.ts";
import { otherwiseAlone } from "./rules/otherwise-alone.ts";
import { otherwiseNotLast } from "./rules/otherwise-not-last.ts";
import { paramWithoutValue } from "./rules/param-without-value.ts";
import { sameCondition } from "./rules/same-condition.ts";
import { scenarioEnd } from "./rules/scenario-end.ts";
import { scenarioStart } from "./rules/scenario-start.ts";
import { scenarioStep } from "./rules/scenario-step.ts";
import { scenarioVariable } from "./rules/scenario-variable.ts";
import { secretInText } from "./rules/secret-in-text.ts";
import { severalGoals } from "./rules/several-goals.ts";
import { severalOtherwise } from "./rules/several-otherwise.ts";
import { severalRequired } from "./rules/several-required.ts";
import { severalStarts } from "./rules/several-starts.ts";
import { similarConditions } from "./rules/similar-conditions.ts";
import { singleBranch } from "./rules/single-branch.ts";
import { order, syntax } from "./rules/syntax.ts";
import { unknownObjective } from "./rules/unknown-objective.ts";
import { unknownParam } from "./rules/unknown-param.ts";
import { asArrow, unknownProperty } from "./rules/unknown-property.ts";
import { unreachable } from "./rules/unreachable.ts";
import { unknownValue } from "./rules/unknown-value.ts";
import { unusedFragment } from "./rules/unused-fragment.ts";
import { unusedParam } from "./rules/unused-param.ts";
import { vaguePrompt } from "./rules/vague-prompt.ts";
import { vagueVariable } from "./rules/vague-variable.ts";
import { variableCase } from "./rules/variable-case.ts";
import { visualNeedsPerception } from "./rules/visual-needs-perception.ts";

const objectiveRules: readonly ((objective: ast.Objective, report: Report, unit: Unit) => void)[] = [
  missingPrompt,
  emptyText,
  nameWithSpaces,
  badName,
  mixedEdges,
  noOtherwise,
  singleBranch,
  otherwiseAlone,
  severalOtherwise,
  otherwiseNotLast,
  duplicateEdge,
  severalRequired,
  sameCondition,
  similarConditions,
  duplicateVariable,
];

/** Rules that read prompts, sentence by sentence, which have signs of what they are about. */
const promptRules: readonly ((prompt: Prompt, report: Report, unit: Unit) => void)[] = [
  severalGoals,
  branchingInPrompt,
  futureInPrompt,
];

const unitRules: readonly ((unit: Unit, report: Report) => void)[] = [
  syntax,
  badEscape,
  badIndent,
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
  duplicateParam,
  duplicateScenario,
  badCallbackWithParams,
  emptyTextWithParams,
  variableCase,
  vagueVariable,
  manualNeedsClient,
  visualNeedsPerception,
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
  unknownParam,
  unusedParam,
  paramWithoutValue,
  scenarioStart,
  scenarioStep,
  scenarioEnd,
  scenarioVariable,
];

/** Rules of codes that are off unless a project switches them on: they are tried only when they are asked for. */
const sleepingRules: readonly SetRule[] = [noCollect];

export interface Check {
  readonly model: Model;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** Those that a comment silences, in the same order. */
  readonly silenced: readonly Finding[];
  /** Those that others explain, and that are seen once these are gone. */
  readonly explained: readonly Finding[];
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
  const kept = keptOf(model, previous);
  const collected = lazy(() => collect(model, kept));
  return newCheck(
    { model, kept },
    {
      findings: () => collected().findings,
      silenced: () => collected().silenced,
      explained: () => collected().explained,
    },
  );
}

type Collected = Pick<Check, "findings" | "silenced" | "explained">;

const newCheck = lazyKind<Collected>("findings", "silenced", "explained");

/** A function of its own: beside the ones in `check` that stay, the previous check would stay too, and those before it. */
function keptOf(model: Model, previous: Check | undefined): Kept {
  return {
    files: model.files.map(({ source }, file) => fileChecks(source, file, previous)),
    set: previous && isAlike(previous.model, model) ? previous.kept.set : setFindings(model),
  };
}

function isAlike(one: Model, other: Model): boolean {
  return (
    one.symbols === other.symbols &&
    one.given === other.given &&
    one.target === other.target &&
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
    if (declaration.kind !== "objective") continue;
    for (const rule of objectiveRules) rule(declaration, report, unit);
    checkPrompt(promptOf(declaration), report, unit);
  }
  const suppressions = unit.comments.length === 0 ? [] : suppressionsOf(unit);
  if (unit.comments.length > 0) findings.push(...misunderstood(unit));
  return findings.length === 0 && suppressions.length === 0 ? undefined : { findings, suppressions };
}

function checkPrompt(prompt: Prompt | undefined, report: Report, unit: Unit): void {
  if (!prompt) return;
  longPrompt(prompt, report);
  if (prompt.words.length > LONGEST_PROMPT) return;
  vaguePrompt(prompt, report);
  if (hasSigns(prompt.words)) for (const rule of promptRules) rule(prompt, report, unit);
}

function collect(model: Model, { files, set }: Kept): Collected {
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  const silenced: Finding[] = [];
  const explained: Finding[] = [];
  const told = Array.from(unitChecksOf(files), ({ at, found }) => {
    const unit = unitOf(model, at);
    return { at, unit, findings: found.findings.map((it) => asArrow(it, unit, model)) };
  });
  const isExplained = explaining(model, told);
  const listFor = (at: UnitPlace, code: string, span: Span): Finding[] => {
    const silencing = suppressionsOver(files, at, code, span);
    silencing.forEach((suppression) => used.add(suppression));
    return silencing.length === 0 ? findings : silenced;
  };
  for (const finding of set) {
    const span = mentionAt(model, finding.at)?.span;
    if (!span) continue;
    const list = listFor(finding.at, finding.code, span);
    (isExplained.ofSet(finding) ? explained : list).push(placeSetFinding(model, finding));
  }
  for (const { at, unit, findings: own } of told) {
    for (const finding of own) {
      const list = listFor(at, finding.code, finding.span);
      const isKnown = isExplained.ofUnit(finding) || isExplainedWithin(unit, finding, own);
      (isKnown ? explained : list).push(placeUnitFinding(model, at, finding));
    }
  }
  for (const { at, found } of unitChecksOf(files)) {
    for (const suppression of found.suppressions) {
      const unused = used.has(suppression) ? undefined : unusedSuppression(suppression);
      if (unused) listFor(at, unused.code, unused.span).push(placeUnitFinding(model, at, unused));
    }
  }
  return { findings: inOrder(model, findings), silenced: inOrder(model, silenced), explained };
}

function suppressionsOver(
  files: Kept["files"],
  { file, unit }: UnitPlace,
  code: string,
  { start, end }: Span,
): readonly Suppression[] {
  return (files[file]?.get(unit)?.suppressions ?? []).filter(
    ({ code: silent, over }) => silent === code && over.start <= start && end <= over.end,
  );
}

/**
 * What codes that are off unless a project switches them on find, but for what a comment silences. It is looked for only
 * here, so that it costs nobody anything who does not ask.
 */
export function sleepingFindings({ model, kept: { files } }: Check): readonly SleepingFinding[] {
  if (!isWhole(model)) return [];
  return sleepingRules
    .flatMap((rule) => [...rule(model)])
    .filter(({ code, at }) => {
      const span = mentionAt(model, at)?.span;
      return span && suppressionsOver(files, at, code, span).length === 0;
    })
    .map((finding) => ({ ...placeSetFinding(model, finding), severity: "off" }));
}

type UnitPlace = Pick<Ref, "file" | "unit">;

function* unitChecksOf(
  files: Kept["files"],
): Iterable<{ readonly at: UnitPlace; readonly found: UnitCheck }> {
  for (const [file, checks] of files.entries())
    for (const [unit, found] of checks) yield { at: { file, unit }, found };
}

/** The findings in the order in which they are shown: file by file, then by their places. */
export function inOrder({ files }: Model, findings: readonly Finding[]): readonly Finding[] {
  if (files.length === 1) return findings.toSorted(byPlace);
  const index = new Map(files.map(({ id }, file) => [id, file]));
  const fileOf = ({ file }: Finding): number => index.get(file) ?? 0;
  return findings.toSorted((one, other) => fileOf(one) - fileOf(other) || byPlace(one, other));
}

function placeUnitFinding(model: Model, at: UnitPlace, finding: UnitFinding): Finding {
  const place = (span: Span): Place => ({ file: idOf(model, at), span: spanInFile(model, at, span) });
  return {
    code: finding.code,
    severity: finding.severity ?? severityOf(finding.code),
    ...place(finding.span),
    arguments: finding.arguments,
    related: (finding.related ?? []).map(place),
    tags: [],
  };
}

function placeSetFinding(model: Model, finding: SetFinding): Finding {
  return {
    code: finding.code,
    severity: finding.severity ?? severityOf(finding.code),
    ...placeAt(model, finding.at),
    arguments: finding.arguments,
    related: (finding.related ?? []).map((ref) => placeAt(model, ref)),
    tags: finding.tags ?? [],
  };
}
