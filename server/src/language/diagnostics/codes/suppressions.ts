// Comments that silence findings.
import { set } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { didYouMean } from "./words.ts";

export const suppressions = {
  "unused-suppression": {
    severity: "warning",
    message: (code, isUnknown = "", suggestion = "") =>
      isUnknown === ""
        ? `Nothing here has the finding '${code}': remove this comment.`
        : `No finding is called '${code}'${suggestion === "" ? ": write one of the codes that are shown with the findings, or remove it." : `.${didYouMean(suggestion)}`}`,
    doc: "`// objectives-disable-next-line code` silences a finding in whatever begins on the next line; several codes stand side by side. Where it silences nothing, it would hide a later mistake.",
    fix: "Removes the code, with its comment where it has no other; or writes the code that was meant.",
    bad: set('// objectives-disable-next-line long-prompt\nobjective greet { prompt "Greet the caller." }'),
    good: set('objective greet { prompt "Greet the caller." }'),
  },
} as const satisfies Record<string, CodeSpec>;
