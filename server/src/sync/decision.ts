// What an upload leaves to people: what was found, that nothing was sent, and what they can do.
import type { Target } from "../project/targets.ts";
import type { SetPlan } from "./plan.ts";
import { shellWord } from "./shell-word.ts";

/** Why this set is not uploaded, and the next steps by hand. */
export function describeDecision(plan: SetPlan, target: Target): string {
  return `${plan.file}: ${describeFound(plan)} Nothing was sent. ${adviceFor(plan, target)}`;
}

/** What was found, as a sentence without its beginning. */
export function describeFound({ action, id = "", base, namesakes }: SetPlan): string {
  switch (action) {
    case "drifted":
      return `the set ${id} was changed on the platform since the last upload, and the text was not.`;
    case "conflict":
      return base === "known"
        ? `both the text and the set ${id} on the platform were changed since the last upload, each in its own way.`
        : `the set ${id} on the platform differs from the text, and what was last uploaded is not known here.`;
    case "adopt":
      return `${id === "" ? "" : `the set ${id} is gone, and `}${describeNamesakes(namesakes)}`;
    case "create":
    case "gone":
    case "unchanged":
    case "update":
      return "nothing is to be decided.";
  }
}

function describeNamesakes(ids: readonly string[]): string {
  const what = ids.length === 1 ? "a set" : `${ids.length} sets`;
  const verb = ids.length === 1 ? "is" : "are";
  return `${what} of this name that did not come from this file ${verb} there already: ${ids.join(", ")}.`;
}

/** How a namesake becomes the set of the file. */
export function bindingAdvice(plan: SetPlan, target: Target): string {
  const [id = "", ...more] = plan.namesakes;
  const which = more.length === 0 ? "it" : `one of them, such as ${id},`;
  return `To make ${which} the set of this file: ${bindingCommand(plan, id, target)}.`;
}

/** The command for that, in backticks. */
export function bindingCommand({ file }: SetPlan, id: string, { name }: Target): string {
  return `\`objectives pull ${id} -o ${shellWord(file)} --target ${shellWord(name)}\``;
}

function adviceFor(plan: SetPlan, target: Target): string {
  const { action, file, namesakes } = plan;
  const { name } = target;
  const pull = `\`objectives pull ${shellWord(file)} --target ${shellWord(name)}`;
  switch (action) {
    case "drifted":
      return `To take it over into the text: ${pull}\`.`;
    case "conflict":
      return `To take the platform's version where the two differ: ${pull} --replace\`; keep a copy of the file first, put your own changes in again, and push.`;
    case "adopt":
      return `${bindingAdvice(plan, target)} Or give this set another name in its first line, or delete the other with \`objectives delete ${namesakes[0] ?? ""} --target ${shellWord(name)}\`, and push again.`;
    case "create":
    case "gone":
    case "unchanged":
    case "update":
      return "Push it.";
  }
}
