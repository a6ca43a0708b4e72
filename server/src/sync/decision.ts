// What an upload leaves to people: what was found, that nothing was sent, and what they can do.
import type { SetPlan } from "./plan.ts";

/** Why this set is not uploaded, and the next steps by hand. */
export function describeDecision(plan: SetPlan): string {
  const { action, file, id = "" } = plan;
  switch (action) {
    case "drifted":
      return `${file}: the set ${id} was changed on the platform since the last upload, and the text was not. ${NOTHING_SENT} ${takeOver(plan)}`;
    case "conflict":
      return `${file}: ${conflictCause(plan)} ${NOTHING_SENT} ${takeOver(plan)} Then put your own changes in and push again.`;
    case "adopt":
      return `${file}: ${describeNamesakes(plan)} ${NOTHING_SENT} Give this set another name in its first line, or delete the other with \`objectives delete ${plan.namesakes[0] ?? ""}\`, and push again.`;
    case "create":
    case "gone":
    case "unchanged":
    case "update":
      return `${file}: nothing is to be decided.`;
  }
}

const NOTHING_SENT = "Nothing was sent.";

function conflictCause({ id = "", base }: SetPlan): string {
  if (base === "known") {
    return `both the text and the set ${id} on the platform were changed since the last upload, each in its own way.`;
  }
  return `the set ${id} on the platform differs from the text, and what was last uploaded is not known here.`;
}

function describeNamesakes({ namesakes, id }: SetPlan): string {
  const gone = id === undefined ? "" : `the set ${id} is gone, and `;
  const others = namesakes.length === 1 ? "a set" : `${namesakes.length} sets`;
  return `${gone}${others} of this name that did not come from this file ${namesakes.length === 1 ? "is" : "are"} there already: ${namesakes.join(", ")}.`;
}

function takeOver({ id = "", file }: SetPlan): string {
  return `To take over what is there: \`objectives show ${id} --json > remote.json\`, \`objectives decompile remote.json -o ${file}\`, then push once, which finds nothing to do.`;
}
