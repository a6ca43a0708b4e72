// Asks before something elsewhere is changed.
import type { Target } from "../project/targets.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import type { OptionValues } from "./options.ts";
import { isGiven } from "./options.ts";
import type { Session } from "./session.ts";
import { complain } from "./session.ts";

export type Consent = "yes" | Refusal;

export type Refusal = "no" | "nobody to ask" | "interrupted";

/** How a command ends that was not allowed to go on. */
export const EXIT_WITHOUT = {
  no: EXIT.decision,
  "nobody to ask": EXIT.wrongUse,
  interrupted: EXIT.interrupted,
} as const satisfies Record<Refusal, ExitCode>;

/** Whether a change may be made: by `--yes`, by what the project says of the target, or by somebody's word. */
export async function consent(
  session: Session,
  target: Target,
  options: OptionValues,
  question: string,
): Promise<Consent> {
  if (isGiven(options, "yes") || target.confirm === "never") return "yes";
  const answer = await session.world.ask(`${question} [y/N] `);
  if (answer === undefined) {
    complain(session, "There is nobody to ask here. Say --yes if it is to be done without asking.");
    return "nobody to ask";
  }
  if (session.world.interruption.aborted) return "interrupted";
  return /^\s*y(es)?\s*$/i.test(answer) ? "yes" : "no";
}
