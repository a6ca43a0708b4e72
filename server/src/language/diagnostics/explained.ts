// What is found about a whole set only because a part of it cannot be read: the part's own finding is enough.
import type { Model } from "../model/analyze.ts";
import type { Unit } from "../model/source.ts";
import type { Ref } from "../model/symbols.ts";
import type { Problem } from "../syntax/messages.ts";
import { lazy } from "../text/lazy.ts";
import { lineEnd, lineStart } from "../text/lines.ts";
import type { SetFinding, UnitFinding } from "./finding.ts";

/** What a unit has by itself. */
export interface Told {
  readonly at: Pick<Ref, "file" | "unit">;
  readonly findings: readonly UnitFinding[];
}

/** Whether what the units have by themselves explains a finding about their set. It is looked at only if one asks. */
export function explaining(model: Model, told: readonly Told[]): (finding: SetFinding) => boolean {
  const damage = lazy(() => damageIn(model, told));
  return (finding) => EXPLAINED[finding.code]?.(finding, damage()) ?? false;
}

type IsExplained = (finding: SetFinding, damage: Damage) => boolean;

const EXPLAINED: Readonly<Partial<Record<SetFinding["code"], IsExplained>>> = {
  // What stands outside of every declaration was probably meant as the objective that is missing.
  "empty-set": (_, { problems }) => problems.has("outside"),
  "unused-param": ({ arguments: [name = ""] }, { params }) => params.has(name),
  "duplicate-scenario": ({ arguments: [title], at }, { units }) => title === "" && units.has(keyOf(at)),
  "several-starts": isLedTo,
  unreachable: isLedTo,
  "scenario-start": isWalkedInDamage,
  "scenario-step": isWalkedInDamage,
  "scenario-end": isWalkedInDamage,
  "scenario-variable": ({ at }, { units }) => units.has(keyOf(at)),
};

/** An arrow that cannot be read may have been meant to lead anywhere; a line that cannot be, to whatever it names. */
function isLedTo({ at, arguments: [name = "", start = ""] }: SetFinding, damage: Damage): boolean {
  const own = keyOf(at);
  const isNamed = [...(damage.words.get(name) ?? [])].some((unit) => unit !== own);
  return damage.hasArrow || isNamed || (damage.words.get(start)?.has(own) ?? false);
}

function isWalkedInDamage({ at }: SetFinding, { units, hasArrow }: Damage): boolean {
  return hasArrow || units.has(keyOf(at));
}

interface Damage {
  /** The units that cannot be read as a whole. */
  readonly units: ReadonlySet<string>;
  /** What is wrong with the form of any of them. */
  readonly problems: ReadonlySet<string>;
  /** The words on lines that cannot be read, each with the units that have it there. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** What these units put in, or were meant to. */
  readonly params: ReadonlySet<string>;
  /** Whether an arrow leads nobody knows where. */
  readonly hasArrow: boolean;
}

function damageIn({ files }: Model, told: readonly Told[]): Damage {
  const units = new Set<string>();
  const problems = new Set<string>();
  const words = new Map<string, Set<string>>();
  const params = new Set<string>();
  let hasArrow = false;
  for (const { at, findings } of told) {
    const unit = files[at.file]?.source.units[at.unit];
    const damaging = findings.filter(isDamage);
    if (!unit || damaging.length === 0) continue;
    units.add(keyOf(at));
    for (const finding of damaging) {
      problems.add(finding.arguments[0] ?? "");
      hasArrow ||= isArrow(finding);
      for (const word of wordsAt(unit, finding))
        words.set(word, (words.get(word) ?? new Set()).add(keyOf(at)));
    }
    for (const [, name = ""] of unit.text.matchAll(PARAM)) params.add(name);
  }
  return { units, problems, words, params, hasArrow };
}

function isDamage({ code }: UnitFinding): boolean {
  return code === "syntax" || code === "unknown-property" || code === "bad-escape";
}

/** Whether it is about an arrow of which nobody knows where it leads. */
function isArrow({ code, arguments: [problem, meant = ""] }: UnitFinding): boolean {
  if (code === "unknown-property") return meant === "->";
  return code === "syntax" && problem === ("missing-target" satisfies Problem);
}

/** The words on the lines of a finding. */
function wordsAt({ text }: Unit, { span }: UnitFinding): readonly string[] {
  return text.slice(lineStart(text, span.start), lineEnd(text, span.end)).match(WORD) ?? [];
}

const WORD = /[\p{L}\p{M}\p{N}_-]+/gu;
const PARAM = /\$\{\s*([\p{L}\p{M}\p{N}_-]+)/gu;

function keyOf({ file, unit }: Told["at"]): string {
  return `${file} ${unit}`;
}
