// `branching-in-prompt`: makes an arrow of the sentence, where it says condition and objective in full.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { shift } from "../../text/span.ts";
import { addedBefore, addedCondition, arrowBehind, arrowTo, movedLast } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import {
  edit,
  insertion,
  objectiveAround,
  promptAround,
  writtenAt,
  type Found,
  type ObjectiveSpot,
} from "./found.ts";
import { withLeftoversOfWords } from "./lines.ts";
import { routeIn, type Route } from "./routed-sentence.ts";

export function branchingInPrompt(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const prompt = spot && promptAround(spot);
  // Where the sentence cannot be told from the rest of the text, the finding is about the whole of it.
  if (!spot || !prompt || prompt.span.start === spot.span.start) return [];
  const route = routeIn(writtenAt(spot, spot.span), model.symbols.byName.keys());
  const taken = route && arrowFor(spot, route);
  if (!taken) return [];
  const edits = [withoutSentence(spot, prompt), ...taken.edits];
  return [choice(sentence`${taken.title}, and remove this sentence`, ...edits)];
}

/** The arrows afterwards, and a title for that. */
type Taken = Omit<Fix, "kind">;

function arrowFor(spot: ObjectiveSpot, { condition, target }: Route): Taken | undefined {
  const [known, ...more] = spot.objective.edges.filter((it) => it.target?.text === target);
  if (more.length > 0) return undefined;
  if (condition === undefined) return catchAllFor(spot, target, known);
  const words = `when "${condition.replaceAll('"', '\\"')}"`;
  return known ? conditionFor(spot, known, words) : newArrow(spot, `${arrowTo(target)} ${words}`);
}

/** Of an objective with one way, that way is for everybody else then. */
function newArrow(spot: ObjectiveSpot, arrow: string): Taken {
  const title = sentence`Add '${arrow}'`;
  const [only, ...others] = spot.objective.edges;
  if (only?.kind !== "required" || others.length > 0) return { title, edits: addedCondition(spot, arrow) };
  return { title, edits: [addedBefore(spot, arrow, only), insertion(spot, only.span.end, " otherwise")] };
}

/** What leads there already says the same, or gets the condition where it is the only way. */
function conditionFor(spot: ObjectiveSpot, known: ast.Edge, words: string): Taken | undefined {
  if (known.kind === "when") return { title: sentence`Leave it to the arrow that leads there`, edits: [] };
  if (known.kind === "otherwise" || spot.objective.edges.length > 1) return undefined;
  const arrow = writtenAt(spot, known.span);
  return {
    title: sentence`Write '${arrow} ${words}'`,
    edits: [insertion(spot, known.span.end, ` ${words}`)],
  };
}

/** Beside conditions, of which this is the rest. */
function catchAllFor(spot: ObjectiveSpot, target: string, known: ast.Edge | undefined): Taken | undefined {
  const others = spot.objective.edges.filter((it) => it !== known);
  if (known?.kind === "otherwise")
    return { title: sentence`Leave it to the arrow that leads there`, edits: [] };
  if (others.length === 0 || others.some(({ kind }) => kind !== "when")) return undefined;
  const arrow = `${arrowTo(target)} otherwise`;
  if (!known) return { title: sentence`Add '${arrow}'`, edits: arrowBehind(spot, arrow) };
  if (known.kind === "when") return undefined;
  return {
    title: sentence`Write '${arrow}'`,
    edits: movedLast(spot, known, `${writtenAt(spot, known.span)} otherwise`),
  };
}

/** Nothing else of the prompt changes but the blanks between which it stood. */
function withoutSentence(spot: ObjectiveSpot & Found, prompt: ast.Text): FileEdit {
  if (prompt.form !== "string")
    return {
      file: spot.file,
      span: withLeftoversOfWords(spot.text, shift(spot.span, spot.start)),
      newText: "",
    };
  const before = writtenAt(spot, { start: prompt.span.start + 1, end: spot.span.start });
  const behind = writtenAt(spot, { start: spot.span.end, end: prompt.span.end - 1 });
  const start = spot.span.start - (before.length - before.trimEnd().length);
  const end = spot.span.end + (before.trim() === "" ? behind.length - behind.trimStart().length : 0);
  return edit(spot, { start: before.trim() === "" ? spot.span.start : start, end }, "");
}
