// `objectives plan`: what a push would do, without doing it.
import { makePlan } from "../../sync/push.ts";
import { needsDecision } from "../../sync/plan.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import type { Plan } from "../../sync/plan.ts";
import { planJson, planLines, planMarkdown } from "../../sync/report.ts";
import type { Call, CommandSpec } from "../command.ts";
import { isGiven, wordOf } from "../options.ts";
import { withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { localSets } from "../local-sets.ts";
import { destinationOf } from "../named-set.ts";
import { PARAM_OPTION } from "../params.ts";
import { withProgress } from "../progress.ts";
import { painterOf, stopAt } from "../remote-words.ts";
import type { Session } from "../session.ts";
import { say } from "../session.ts";
import { uploadOver } from "../upload-over.ts";

const FORMATS = ["text", "json", "markdown"] as const;

export const planCommand: CommandSpec = {
  name: "plan",
  operands: [{ form: "[files...]", doc: "the sets; without any, those that the target names, else all" }],
  summary: "say what a push would do",
  details: "Compares sets with what is on the platform and says what a push would do. Changes nothing.",
  options: [
    { form: "--format <format>", doc: "how to print the plan", value: FORMATS },
    { form: "--detailed-exit-code", doc: "exit with 1 where something would change", value: "none" },
    PARAM_OPTION,
  ],
  examples: [
    "objectives plan",
    "objectives plan intake.objectives --target tavus",
    "objectives plan --target tavus --format markdown --detailed-exit-code",
  ],
  run: runPlan,
};

async function runPlan({ session, operands, options }: Call): Promise<ExitCode> {
  const destination = await destinationOf(session, operands, options);
  if (destination === undefined) return EXIT.wrongUse;
  const { project, target, params } = destination;
  const local = await localSets(session, project, target, { files: operands, params });
  if (!local.ok) return local.exit;
  return withLink(session, project, target, async (link) => {
    const planning = await withProgress(session, (steps) =>
      makePlan(uploadOver(session, link, "auto", steps), local.sets),
    );
    if (!planning.ok) return stopAt(session, planning.stop);
    print(session, planning.plan, wordOf(options, "format", FORMATS) ?? session.form);
    return judge(planning.plan, isGiven(options, "detailedExitCode") ? "detailed" : "usual");
  });
}

function print(session: Session, plan: Plan, format: (typeof FORMATS)[number]): void {
  switch (format) {
    case "text":
      return say(session, planLines(plan, painterOf(session.paint)).join("\n"));
    case "json":
      return say(session, planJson(plan));
    case "markdown":
      return say(session, planMarkdown(plan, inEnglish).join("\n"));
  }
}

function judge({ sets }: Plan, detail: "usual" | "detailed"): ExitCode {
  if (sets.some(needsDecision)) return EXIT.decision;
  const isSame = sets.every(({ action }) => action === "unchanged");
  return detail === "detailed" && !isSame ? EXIT.findings : EXIT.done;
}
