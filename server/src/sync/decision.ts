// What an upload leaves to people: what was found, that nothing was sent, and what they can do.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { Target } from "../project/targets.ts";
import type { SetPlan } from "./plan.ts";
import { shellWord } from "./shell-word.ts";

/** Why this set is not uploaded, and the next steps by hand. */
export function describeDecision(plan: SetPlan, target: Target): Sentence {
  return sentence`${plan.file}: ${describeFound(plan)} Nothing was sent. ${adviceFor(plan, target)}`;
}

/** What was found, as a sentence without its beginning. */
export function describeFound({ action, id = "", base, namesakes }: SetPlan): Sentence {
  switch (action) {
    case "drifted":
      return sentence`the set ${id} was changed on the platform since the last upload, and the text was not.`;
    case "conflict":
      return base === "known"
        ? sentence`both the text and the set ${id} on the platform were changed since the last upload, each in its own way.`
        : sentence`the set ${id} on the platform differs from the text, and what was last uploaded is not known here.`;
    case "adopt":
      return id === ""
        ? describeNamesakes(namesakes)
        : sentence`the set ${id} is gone, and ${describeNamesakes(namesakes)}`;
    case "create":
    case "gone":
    case "unchanged":
    case "update":
      return sentence`nothing is to be decided.`;
  }
}

function describeNamesakes(ids: readonly string[]): Sentence {
  return ids.length === 1
    ? sentence`a set of this name that did not come from this file is there already: ${ids.join(", ")}.`
    : sentence`${ids.length} sets of this name that did not come from this file are there already: ${ids.join(", ")}.`;
}

/** How a namesake becomes the set of the file. */
export function bindingAdvice(plan: SetPlan, target: Target): Sentence {
  const [id = "", ...more] = plan.namesakes;
  const command = bindingCommand(plan, id, target);
  return more.length === 0
    ? sentence`To make it the set of this file: ${command}.`
    : sentence`To make one of them, such as ${id}, the set of this file: ${command}.`;
}

/** The command for that, in backticks. */
export function bindingCommand({ file }: SetPlan, id: string, { name }: Target): string {
  return `\`objectives pull ${id} -o ${shellWord(file)} --target ${shellWord(name)}\``;
}

function adviceFor(plan: SetPlan, target: Target): Sentence {
  const { action, file, namesakes } = plan;
  const { name } = target;
  const pull = `\`objectives pull ${shellWord(file)} --target ${shellWord(name)}`;
  switch (action) {
    case "drifted":
      return sentence`To take it over into the text: ${pull}\`.`;
    case "conflict":
      return sentence`To take the platform's version where the two differ: ${pull} --replace\`; keep a copy of the file first, put your own changes in again, and push.`;
    case "adopt":
      return sentence`${bindingAdvice(plan, target)} Or give this set another name in its first line, or delete the other with \`objectives delete ${namesakes[0] ?? ""} --target ${shellWord(name)}\`, and push again.`;
    case "create":
    case "gone":
    case "unchanged":
    case "update":
      return sentence`Push it.`;
  }
}
