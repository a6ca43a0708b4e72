// Comments that silence findings.
import { sentence } from "../../text/sentence.ts";
import { set } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { didYouMean } from "./words.ts";

export const suppressions = {
  "unused-suppression": {
    severity: "warning",
    message: (code, problem = "", suggestion = "") => {
      if (problem === "no-code")
        return sentence`This silences nothing: name a finding behind it, such as long-prompt.`;
      if (problem === "form")
        return sentence`'${code}' silences nothing: objectives-disable-next-line does, above whatever begins on the next line.`;
      if (problem === "") return sentence`Nothing here has the finding '${code}': remove this comment.`;
      return suggestion === ""
        ? sentence`No finding is called '${code}': write one of the codes that are shown with the findings, or remove it.`
        : sentence`No finding is called '${code}'.${didYouMean(suggestion)}`;
    },
    doc: sentence`\`// objectives-disable-next-line code\` silences a finding in whatever begins on the next line; several codes stand side by side, and behind \` -- \` a reason. Where it silences nothing, it would hide a later mistake.`,
    fix: "Removes the code, with its comment where it has no other; or writes the code that was meant.",
    bad: set('// objectives-disable-next-line long-prompt\nobjective greet { prompt "Greet the caller." }'),
    good: set('objective greet { prompt "Greet the caller." }'),
  },
} as const satisfies Record<string, CodeSpec>;
