// What is found only because something else cannot be read: what is said about that is enough.
import { mentionAt, type Model } from "../model/analyze.ts";
import type { Unit } from "../model/source.ts";
import type { Ref } from "../model/symbols.ts";
import type * as ast from "../syntax/ast.ts";
import type { Problem } from "../syntax/messages.ts";
import { lazy } from "../text/lazy.ts";
import { lineEnd, lineStart } from "../text/lines.ts";
import { covers, type Span } from "../text/span.ts";
import { declarationAround, propertyAt } from "./about.ts";
import type { SetFinding, UnitFinding } from "./finding.ts";

/** What a unit has by itself. */
export interface Told {
  readonly at: Pick<Ref, "file" | "unit">;
  readonly unit: Unit | undefined;
  readonly findings: readonly UnitFinding[];
}

interface Explaining {
  readonly ofSet: (finding: SetFinding) => boolean;
  readonly ofUnit: (finding: UnitFinding) => boolean;
}

/** Whether what the units have by themselves explains a finding about their set, or another's. It is looked at only if one asks. */
export function explaining(model: Model, told: readonly Told[]): Explaining {
  const damage = lazy(() => damageIn(model, told));
  return {
    ofSet: (finding) => isMerged(damage()) || (EXPLAINED[finding.code]?.(finding, damage()) ?? false),
    ofUnit: (finding) => isExplainedInUnit(finding, damage()),
  };
}

/** What closes a brace around the whole set, or a fence, stands in another unit than what opens it; a merge says all twice. */
function isExplainedInUnit(finding: UnitFinding, damage: Damage): boolean {
  const {
    code,
    arguments: [problem = ""],
  } = finding;
  if (code !== "syntax") return isMerged(damage) && code.startsWith("duplicate-");
  if (problem === "unmatched-brace") return isMerged(damage) || damage.problems.has("header-brace");
  if (problem === "unclosed-brace") return isMerged(damage);
  return (problem === "fence" || problem === "conflict-mark") && damage.problems.get(problem) !== finding;
}

/** Whether a merge left two versions of something. */
function isMerged({ problems }: Damage): boolean {
  return problems.has("conflict-mark");
}

/** Whether what else a unit has explains a finding of its own. */
export function isExplainedWithin(
  unit: Unit | undefined,
  finding: UnitFinding,
  told: readonly UnitFinding[],
): boolean {
  if (finding.code !== "otherwise-alone") return false;
  const own = unit && declarationAround(unit, finding.span);
  return own !== undefined && told.some((it) => mayBeArrow(it) && covers(own.span, it.span));
}

/** What cannot be read, or has a word that is no property's, may have been meant as another arrow. */
function mayBeArrow({ code, arguments: [problem = "", word = ""] }: UnitFinding): boolean {
  if (code === "unknown-property") return word === "" || word.startsWith("->");
  return code === "syntax" && LIKE_ARROWS.has(problem) && word !== ",";
}

const LIKE_ARROWS: ReadonlySet<string> = new Set([
  "unexpected",
  "unexpected-text",
  "quoted-keyword",
] satisfies Problem[]);

type IsExplained = (finding: SetFinding, damage: Damage) => boolean;

const EXPLAINED: Readonly<Partial<Record<SetFinding["code"], IsExplained>>> = {
  // What stands outside of every declaration was probably meant as the objective that is missing.
  "empty-set": (_, { problems }) => problems.has("outside"),
  "unused-fragment": (_, { problems }) => problems.has("outside") || problems.has("like-header"),
  "include-missing": isIn,
  "include-outside": isIn,
  "unknown-objective": isDeclaredInDamage,
  "unknown-param": (finding, damage) => damage.lacksFile || isOutside(finding, damage),
  "unused-param": ({ arguments: [name = ""] }, { params }) => params.has(name),
  "duplicate-scenario": (finding, damage) => finding.arguments[0] === "" && isIn(finding, damage),
  "several-starts": isLedTo,
  unreachable: isLedTo,
  "scenario-start": isWalkedInDamage,
  "scenario-step": isWalkedInDamage,
  "scenario-end": isWalkedInDamage,
  "scenario-variable": (finding, damage) =>
    isIn(finding, damage) || damage.words.has(finding.arguments[0] ?? ""),
};

/** What stands outside of every declaration, or has no name, may have been meant as the objective of this name. */
function isDeclaredInDamage(finding: SetFinding, damage: Damage): boolean {
  const isMisspelt = finding.arguments[1] !== "";
  const isNameless = damage.problems.has("missing-name") && !isMisspelt;
  return damage.lacksFile || isNameless || isOutside(finding, damage);
}

function isOutside({ arguments: [name = ""] }: SetFinding, { words }: Damage): boolean {
  return [...(words.get(name) ?? [])].some((key) => key.endsWith(OUTSIDE));
}

/** An arrow that cannot be read may have been meant to lead anywhere; what else cannot be, to whatever it names. */
function isLedTo({ at, arguments: [name = "", start = ""] }: SetFinding, damage: Damage): boolean {
  const own = damage.keyOf(at);
  const isNamed = [...(damage.words.get(name) ?? [])].some((key) => key !== own);
  return damage.hasArrow || isNamed || (damage.words.get(start)?.has(own) ?? false);
}

function isWalkedInDamage(finding: SetFinding, damage: Damage): boolean {
  return damage.hasArrow || isIn(finding, damage);
}

function isIn({ at }: SetFinding, { declarations, keyOf }: Damage): boolean {
  return declarations.has(keyOf(at));
}

/** Nothing here depends on how lines are laid out: what is found must not, either. */
interface Damage {
  /** The declarations that cannot be read as a whole, by their keys. */
  readonly declarations: ReadonlySet<string>;
  readonly keyOf: (at: Ref) => string;
  /** What is wrong with the form of any of them, each as it is found first. */
  readonly problems: ReadonlyMap<string, UnitFinding>;
  /** The words of what cannot be read, each with the declarations that have it there. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** What these declarations put in, or were meant to. */
  readonly params: ReadonlySet<string>;
  /** Whether an arrow leads nobody knows where. */
  readonly hasArrow: boolean;
  /** Whether an include does not say which file has names of the set, too. */
  readonly lacksFile: boolean;
}

function damageIn(model: Model, told: readonly Told[]): Damage {
  const damaged = told.flatMap(({ at, unit, findings }) =>
    unit ? damagedIn(unit, at, findings.filter(isDamage)) : [],
  );
  return {
    declarations: new Set(damaged.map(({ key }) => key)),
    keyOf: (at) => keyFrom(at, mentionAt(model, at)?.declaration ?? -1),
    problems: problemsIn(damaged),
    words: wordsIn(damaged),
    params: paramsIn(damaged),
    hasArrow: damaged.some(({ finding }) => isArrow(finding)),
    lacksFile: damaged.some(({ declaration }) => declaration?.kind === "include" && !declaration.path),
  };
}

/** A finding with the declaration that cannot be read because of it. */
interface Damaged {
  readonly finding: UnitFinding;
  readonly key: string;
  readonly unit: Unit;
  readonly declaration: ast.Declaration | undefined;
}

function damagedIn(unit: Unit, at: Told["at"], findings: readonly UnitFinding[]): readonly Damaged[] {
  return findings.map((finding) => {
    const index = unit.declarations.findIndex(({ span }) => covers(span, finding.span));
    return { finding, key: keyFrom(at, index), unit, declaration: unit.declarations[index] };
  });
}

function problemsIn(damaged: readonly Damaged[]): ReadonlyMap<string, UnitFinding> {
  const ofForm = damaged.map(({ finding }) => finding).filter(({ code }) => code === "syntax");
  return new Map(ofForm.toReversed().map((finding) => [finding.arguments[0] ?? "", finding]));
}

function wordsIn(damaged: readonly Damaged[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  const seen = new Map<ast.Declaration | undefined, Span>();
  for (const it of damaged) {
    const { start, end } = seen.get(it.declaration) ?? NOWHERE;
    // A line with many slips is looked at once: time would grow with their square.
    if (start <= it.finding.span.start && it.finding.span.end <= end) continue;
    const around = spanAround(it);
    if (it.declaration) seen.set(it.declaration, around);
    for (const word of it.unit.text.slice(around.start, around.end).match(WORD) ?? [])
      words.set(word, (words.get(word) ?? new Set()).add(it.key));
  }
  return words;
}

function paramsIn(damaged: readonly Damaged[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (const { finding, key, unit, declaration } of damaged) {
    if (declaration && seen.has(key)) continue;
    seen.add(key);
    const { start, end } = declaration?.span ?? finding.span;
    for (const [, name = ""] of unit.text.slice(start, end).matchAll(PARAM)) names.add(name);
  }
  return names;
}

function isDamage({ code }: UnitFinding): boolean {
  return code === "syntax" || code === "unknown-property" || code === "bad-escape";
}

/** Whether it is about an arrow of which nobody knows where it leads. */
function isArrow({ code, arguments: [problem, meant = ""] }: UnitFinding): boolean {
  if (code === "unknown-property") return meant.startsWith("->");
  return code === "syntax" && problem === ("missing-target" satisfies Problem);
}

/**
 * Where the words are that a finding may be about: in an unknown property; of what cannot be read, on its line in its
 * declaration, which no formatting changes; outside of every declaration, on the rest of its line.
 */
function spanAround({ finding: { code, span }, unit, declaration }: Damaged): Span {
  if (code === "bad-escape") return span;
  if (!declaration) return { start: span.start, end: lineEnd(unit.text, span.end) };
  const property = code === "unknown-property" ? propertyAt(declaration, span) : undefined;
  return property?.span ?? lineIn(unit.text, declaration.span, span);
}

function lineIn(text: string, within: Span, { start, end }: Span): Span {
  return {
    start: Math.max(within.start, lineStart(text, start)),
    end: Math.min(within.end, lineEnd(text, end)),
  };
}

/** How the key of what no declaration has ends. */
const OUTSIDE = " -1";
/** Covers nothing. With `Infinity` in one span V8 would keep the offsets of all spans as numbers apart. */
const NOWHERE: Span = { start: 0, end: -1 };
const WORD = /[\p{L}\p{M}\p{N}_-]+/gu;
const PARAM = /\$\{\s*([\p{L}\p{M}\p{N}_-]+)/gu;

function keyFrom({ file, unit }: Told["at"], declaration: number): string {
  return `${file} ${unit} ${declaration}`;
}
