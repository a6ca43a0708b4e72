// Plans and outcomes in lines for people and in JSON for programs.
import { NOTHING, inEnglish, sentence, type Sentence, type Words } from "../language/text/sentence.ts";
import type { Json, JsonMember } from "../language/compile/json.ts";
import { indentedJson } from "../language/compile/json.ts";
import { FIELD } from "../language/compile/payload.ts";
import { printName, printString } from "../language/syntax/print.ts";
import type { Target } from "../project/targets.ts";
import { describeTarget } from "../project/targets.ts";
import type { AttachOutcome } from "./attach.ts";
import type { FieldChange, FieldName, ObjectiveChange, SetChange } from "./compare.ts";
import { describeDecision } from "./decision.ts";
import type { SetOutcome, Uploaded } from "./outcome.ts";
import { isComplete } from "./outcome.ts";
import type { Action, Plan, SetPlan } from "./plan.ts";
import { isWrite, needsDecision } from "./plan.ts";
import type { PushResult } from "./push.ts";

/** Colours, or whatever stands for them, each of which gives the text back, dressed; and the reader's language. */
export interface Painter {
  readonly added: Paint;
  readonly removed: Paint;
  readonly changed: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly problem: Paint;
  readonly words: Words;
}

export type Paint = (text: string) => string;

/** No colours, in English. */
export const PLAIN: Painter = {
  added: (text) => text,
  removed: (text) => text,
  changed: (text) => text,
  strong: (text) => text,
  faint: (text) => text,
  problem: (text) => text,
  words: inEnglish,
};

/** The plan in lines: what is to happen to which set, and what changes in it. */
export function planLines({ target, sets }: Plan, painter: Painter): readonly string[] {
  const { strong, words } = painter;
  const head = words(sentence`Plan for ${strong(words(describeTarget(target)))}`);
  return [head, ...sets.flatMap((set) => ["", ...setLines(set, target, painter)]), "", words(summary(sets))];
}

/** How a push ended, in lines: what was done, what was not, and what to do next. */
export function pushLines(result: PushResult, painter: Painter): readonly string[] {
  switch (result.kind) {
    case "stopped":
    case "undecided":
      return problemLines(result.stop.message, painter);
    case "declined":
      return [painter.words(sentence`Nothing was sent.`)];
    case "applied": {
      const where = describeTarget(result.plan.target);
      return result.outcomes.flatMap((outcome) => outcomeLines(outcome, where, painter));
    }
  }
}

/** How attaching a persona ended, in lines. */
export function attachLines(outcome: AttachOutcome, setId: string, painter: Painter): readonly string[] {
  const { strong, words } = painter;
  switch (outcome.kind) {
    case "unchanged":
      return [
        words(sentence`Persona ${strong(outcome.personaId)} follows ${setId} already. Nothing was sent.`),
      ];
    case "attached": {
      const before = outcome.before === undefined ? NOTHING : sentence` (before: ${outcome.before})`;
      return [
        words(sentence`Persona ${strong(outcome.personaId)} now follows ${setId}${before}.`),
        ...draftLines(outcome.live, painter),
      ];
    }
    case "created":
      return [
        words(sentence`Persona ${strong(outcome.personaId)} was made; it follows ${setId}.`),
        ...draftLines(outcome.live, painter),
      ];
    case "stopped":
      return problemLines(outcome.stop.message, painter);
  }
}

/** The plan as programs read it: the JSON that `plan --format json` prints, as `schemas/cli/` describes it. */
export function planJson(plan: Plan): string {
  return indentedJson({ members: planMembers(plan, ({ id }) => id) });
}

/** A push as programs read it: its plan, and whether all of it was done; undefined where there is no plan. */
export function pushJson(result: PushResult): string | undefined {
  switch (result.kind) {
    case "stopped":
      return undefined;
    case "undecided":
    case "declined":
      return indentedJson({ members: [...planMembers(result.plan, ({ id }) => id), ["applied", false]] });
    case "applied": {
      const { plan, outcomes } = result;
      const members = planMembers(plan, ({ id }, index) => idAfter(outcomes[index]) ?? id);
      return indentedJson({ members: [...members, ["applied", outcomes.every(isComplete)]] });
    }
  }
}

/** The plan for a pull request or an editor: a table of sets, and what changes in each. */
export function planMarkdown({ target, sets }: Plan, words: Words): readonly string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const details = sets
    .filter(({ action }) => action !== "unchanged")
    .flatMap((set) => detailsOf(set, target, { ...PLAIN, words }));
  return [
    `### ${words(sentence`Plan for ${describeTarget(target)}`)}`,
    "",
    row([words(sentence`Set`), words(sentence`What happens`), words(sentence`Objectives`)]),
    "| --- | --- | --- |",
    ...sets.map(({ file, action, change }) =>
      row([cell(file), words(ACTION_NAMES[action]), cell(countsOf(change, words))]),
    ),
    ...details,
  ];
}

const ACTION_NAMES = {
  create: sentence`create`,
  unchanged: sentence`unchanged`,
  update: sentence`update`,
  gone: sentence`gone`,
  drifted: sentence`drifted`,
  conflict: sentence`conflict`,
  adopt: sentence`adopt`,
} as const satisfies Record<Action, Sentence>;

const ACTION_WORDS = {
  create: sentence`is new and will be made`,
  unchanged: sentence`says the same; nothing to do`,
  update: sentence`will be changed`,
  gone: sentence`was deleted on the platform and will be made anew`,
  drifted: sentence`was changed on the platform`,
  conflict: sentence`was changed here and on the platform`,
  adopt: sentence`has a namesake on the platform`,
} as const satisfies Record<Action, Sentence>;

function setLines(set: SetPlan, target: Target, painter: Painter): readonly string[] {
  const id = set.id === undefined ? "" : ` ${painter.faint(`(${set.id})`)}`;
  const head = `${painter.strong(set.file)}${id} ${painter.words(ACTION_WORDS[set.action])}`;
  if (needsDecision(set)) {
    const changes = [...undoingLines(set, painter), ...changeLines(set.change, painter)];
    return [head, ...changes, painter.problem(painter.words(describeDecision(set, target)))];
  }
  return isWrite(set) ? [head, ...changeLines(set.change, painter)] : [head];
}

/** What somebody else has changed must not be read as a change of one's own. */
function undoingLines({ action }: SetPlan, { words }: Painter): readonly string[] {
  switch (action) {
    case "drifted":
      return [`  ${words(sentence`A push would undo what was changed there:`)}`];
    case "conflict":
      return [
        `  ${words(sentence`A push would send what was changed here, and undo what was changed there:`)}`,
      ];
    case "adopt":
    case "create":
    case "gone":
    case "unchanged":
    case "update":
      return [];
  }
}

/** What changes in a set, in lines. */
export function changeLines({ name, objectives }: SetChange, painter: Painter): readonly string[] {
  const named =
    name === undefined ? [] : diffLines([printString(name.old)], [printString(name.new)], painter);
  const title =
    named.length === 0 ? [] : [`  ${painter.changed("~")} ${painter.words(sentence`name`)}`, ...named];
  return [...title, ...objectives.flatMap((objective) => objectiveLines(objective, painter))];
}

function objectiveLines(
  { name, change, order, fields }: ObjectiveChange,
  painter: Painter,
): readonly string[] {
  const title = printName(name);
  switch (change) {
    case "same":
      return [];
    case "added":
      return [painter.added(`  + ${title}`)];
    case "removed":
      return [painter.removed(`  - ${title}`)];
    case "moved":
      return [`  ${painter.changed(">")} ${title} ${painter.faint(painter.words(sentence`(moved)`))}`];
    case "changed": {
      const moved = order === "moved" ? ` ${painter.faint(painter.words(sentence`(moved, too)`))}` : "";
      return [
        `  ${painter.changed("~")} ${title}${moved}`,
        ...fields.flatMap((it) => fieldLines(it, painter)),
      ];
    }
  }
}

/** Old and new in the words of the language, without what stays. */
function fieldLines(change: FieldChange, painter: Painter): readonly string[] {
  const { old, now } = sourceOf(change);
  const before = old.filter((line) => !now.includes(line));
  const after = now.filter((line) => !old.includes(line));
  // Lines that are all still there have only changed their order.
  return before.length + after.length === 0
    ? diffLines(old, now, painter)
    : diffLines(before, after, painter);
}

function diffLines(old: readonly string[], now: readonly string[], painter: Painter): readonly string[] {
  return [
    ...old.map((line) => painter.removed(`      - ${line}`)),
    ...now.map((line) => painter.added(`      + ${line}`)),
  ];
}

function sourceOf(change: FieldChange): { readonly old: readonly string[]; readonly now: readonly string[] } {
  switch (change.field) {
    case "prompt":
    case "modality":
    case "confirmation":
    case "callback":
      return { old: textSource(change.field, change.old), now: textSource(change.field, change.new) };
    case "variables":
      return { old: collectSource(change.old), now: collectSource(change.new) };
    case "conditional":
      return { old: change.old.map(branchSource), now: change.new.map(branchSource) };
    case "required":
      return { old: change.old.map(linkSource), now: change.new.map(linkSource) };
  }
}

function textSource(
  field: "prompt" | "modality" | "confirmation" | "callback",
  value: string,
): readonly string[] {
  if (value === "") return [];
  if (field === "prompt" || field === "callback") return [`${field} ${printString(value)}`];
  return [`${field === "confirmation" ? "confirm" : field} ${printName(value)}`];
}

function collectSource(variables: readonly string[]): readonly string[] {
  return variables.length === 0 ? [] : [`collect ${variables.map(printName).join(", ")}`];
}

function branchSource([target, condition]: readonly [string, string]): string {
  return `-> ${printName(target)} when ${printString(condition)}`;
}

function linkSource(target: string): string {
  return `-> ${printName(target)}`;
}

function summary(sets: readonly SetPlan[]): Sentence {
  const open = sets.filter(needsDecision).length;
  if (open === 1) return sentence`1 set needs a decision; nothing is sent until then.`;
  if (open > 1) return sentence`${open} sets need a decision; nothing is sent until then.`;
  const writes = sets.filter(isWrite).length;
  if (writes === 0) return sentence`Nothing to do.`;
  return writes === 1 ? sentence`1 set to upload.` : sentence`${writes} sets to upload.`;
}

function outcomeLines(outcome: SetOutcome, where: Sentence, painter: Painter): readonly string[] {
  const { strong, words } = painter;
  const file = strong(outcome.file);
  switch (outcome.kind) {
    case "unchanged":
      return [words(sentence`${file}: nothing to do, ${outcome.id} on ${where} says the same.`)];
    case "created":
      return uploadedLines(
        outcome,
        sentence`${file}: made as ${strong(outcome.id)} on ${where}, read back`,
        painter,
      );
    case "updated":
      return uploadedLines(
        outcome,
        sentence`${file}: ${strong(outcome.id)} on ${where} changed, read back`,
        painter,
      );
    case "stopped":
      return problemLines(sentence`${outcome.file}: ${outcome.stop.message}`, painter);
    case "not reached":
      return [words(sentence`${file}: its turn did not come; nothing was sent.`)];
  }
}

function uploadedLines(outcome: Uploaded, done: Sentence, painter: Painter): readonly string[] {
  const { problem, words } = painter;
  const guard = guardNotes(outcome).map((note) => `  ${words(note)}`);
  if (outcome.altered === undefined) return [words(sentence`${done} and the same.`), ...guard];
  return [
    words(sentence`${done}.`),
    ...guard,
    problem(words(sentence`What the platform holds differs from what was sent (-):`)),
    ...changeLines(outcome.altered, painter),
  ];
}

function guardNotes({ guard }: Uploaded): readonly Sentence[] {
  switch (guard) {
    case "none needed":
      return [];
    case "tested":
      return [sentence`The platform itself made sure that no edit made in between was lost.`];
    case "compared":
      return [sentence`This platform cannot compare by itself, so the set was read again just before.`];
  }
}

function draftLines(live: "yes" | "not yet", { changed, words }: Painter): readonly string[] {
  if (live === "yes") return [];
  return [
    changed(words(sentence`The platform does not show it yet: it may be a draft that has to be published.`)),
  ];
}

function problemLines(message: Sentence, { problem, words }: Painter): readonly string[] {
  return words(message)
    .split("\n")
    .map((line) => problem(line));
}

function idAfter(outcome: SetOutcome | undefined): string | undefined {
  return outcome === undefined || outcome.kind === "not reached" ? undefined : outcome.id;
}

function planMembers(
  { target, sets }: Plan,
  idOf: (set: SetPlan, index: number) => string | undefined,
): readonly JsonMember[] {
  return [
    ["target", target.name],
    ["sets", sets.map((set, index) => setJson(set, idOf(set, index)))],
  ];
}

function setJson({ file, action, change: { name, objectives } }: SetPlan, id: string | undefined): Json {
  const idMember: readonly JsonMember[] = id === undefined ? [] : [["objectives_id", id]];
  // Only where the set's own name changes.
  const nameMember: readonly JsonMember[] =
    name === undefined ? [] : [["name", { members: changeMembers(name.old, name.new) }]];
  return {
    members: [
      ["file", file],
      ["action", action],
      ...idMember,
      ...nameMember,
      ["objectives", objectives.map(objectiveJson)],
    ],
  };
}

function objectiveJson({ name, change, fields }: ObjectiveChange): Json {
  const always: readonly JsonMember[] = [
    ["name", name],
    ["change", change],
  ];
  return { members: fields.length === 0 ? always : [...always, ["fields", fields.map(fieldJson)]] };
}

const API_FIELDS = {
  prompt: FIELD.prompt,
  confirmation: FIELD.confirmation,
  variables: FIELD.variables,
  modality: FIELD.modality,
  conditional: FIELD.conditional,
  required: FIELD.requiredList,
  callback: FIELD.callback,
} as const satisfies Record<FieldName, string>;

/** The platform's name for the field, required links in the documented form; conditions in their order. */
function fieldJson(change: FieldChange): Json {
  const field: JsonMember = ["field", API_FIELDS[change.field]];
  return change.field === "conditional"
    ? { members: [field, ...changeMembers({ members: change.old }, { members: change.new })] }
    : { members: [field, ...changeMembers(change.old, change.new)] };
}

function changeMembers(old: Json, now: Json): readonly JsonMember[] {
  return [
    ["old", old],
    ["new", now],
  ];
}

function countsOf({ objectives }: SetChange, words: Words): string {
  const said = (["added", "changed", "moved", "removed"] as const).flatMap((kind) => {
    const count = objectives.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : words(COUNTED[kind](count));
  });
  return said.length === 0 ? words(sentence`nothing changes`) : said.join(", ");
}

const COUNTED = {
  added: (count) => (count === 1 ? sentence`1 added` : sentence`${count} added`),
  changed: (count) => (count === 1 ? sentence`1 changed` : sentence`${count} changed`),
  moved: (count) => (count === 1 ? sentence`1 moved` : sentence`${count} moved`),
  removed: (count) => (count === 1 ? sentence`1 removed` : sentence`${count} removed`),
} as const satisfies Record<string, (count: number) => Sentence>;

function detailsOf(set: SetPlan, target: Target, painter: Painter): readonly string[] {
  const lines = [...undoingLines(set, painter), ...changeLines(set.change, painter)].map(diffLine);
  const decision = needsDecision(set)
    ? ["", ...fenced("text", [painter.words(describeDecision(set, target))])]
    : [];
  return ["", `**${cell(set.file)}**`, ...decision, "", ...fenced("diff", lines)];
}

/** What is added and removed stands in column 0, where a diff shows it in colour. */
function diffLine(line: string): string {
  return line.replace(/^ {6}([-+]) /, "$1     ").replace(/^ {2}/, "");
}

/** Lines in a fence that nothing in them can close. */
function fenced(language: string, lines: readonly string[]): readonly string[] {
  const fence = "`".repeat(Math.max(3, longestTicks(lines) + 1));
  return [fence + language, ...lines, fence];
}

function longestTicks(lines: readonly string[]): number {
  return Math.max(0, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)));
}

function cell(text: string): string {
  return text.replaceAll(/[\\|`*_<>[\]]/g, (mark) => `\\${mark}`);
}
