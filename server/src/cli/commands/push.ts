// `objectives push`: uploads sets, after a plan and a question, and reads them back.
import { inEnglish } from "../../language/text/sentence.ts";
import { LINK_FORMS } from "../../language/compile/payload.ts";
import type { Plan } from "../../sync/plan.ts";
import type { PushResult } from "../../sync/push.ts";
import { push } from "../../sync/push.ts";
import { planLines, pushJson, pushLines } from "../../sync/report.ts";
import { EXIT_CODES } from "../../sync/stop.ts";
import type { SetOutcome } from "../../sync/outcome.ts";
import { isComplete } from "../../sync/outcome.ts";
import type { Call, CommandSpec } from "../command.ts";
import type { OptionValues } from "../options.ts";
import { wordOf, YES_OPTION } from "../options.ts";
import type { Refusal } from "../confirm.ts";
import { consent, EXIT_WITHOUT } from "../confirm.ts";
import type { Link } from "../connect.ts";
import { withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT, worst } from "../exit-code.ts";
import { localSets, type LocalSets } from "../local-sets.ts";
import { destinationOf } from "../named-set.ts";
import { PARAM_OPTION } from "../params.ts";
import { withProgress } from "../progress.ts";
import { sayWhere } from "../refused-place.ts";
import { painterOf, stopAt } from "../remote-words.ts";
import type { Session } from "../session.ts";
import { complain, note, say } from "../session.ts";
import { uploadOver } from "../upload-over.ts";

export const pushCommand: CommandSpec = {
  name: "push",
  operands: [{ form: "[files...]", doc: "the sets; without any, those that the target names, else all" }],
  summary: "upload sets",
  details:
    "Uploads sets: makes a plan, shows it and asks, sends, reads back and compares. To this machine it sends without asking. The target local is the emulator on this machine; where none is running, one runs inside the command.",
  options: [
    YES_OPTION,
    {
      form: "--required <form>",
      doc: "send required links in this form instead of finding out which one the platform takes",
      value: LINK_FORMS,
    },
    PARAM_OPTION,
  ],
  examples: [
    "objectives push intake.objectives",
    "objectives push --target tavus --yes",
    "objectives push intake.objectives --target local --json",
  ],
  run: runPush,
};

async function runPush({ session, operands, options }: Call): Promise<ExitCode> {
  const destination = await destinationOf(session, operands, options);
  if (destination === undefined) return EXIT.wrongUse;
  const { project, target, params } = destination;
  const local = await localSets(session, project, target, { files: operands, params });
  if (!local.ok) return local.exit;
  return withLink(session, project, target, (link) => pushOver(session, link, local, options));
}

async function pushOver(
  session: Session,
  link: Link,
  local: Extract<LocalSets, { readonly ok: true }>,
  options: OptionValues,
): Promise<ExitCode> {
  const refusals: Refusal[] = [];
  const form = wordOf(options, "required", LINK_FORMS) ?? "auto";
  const result = await withProgress(session, (steps) =>
    push(uploadOver(session, link, form, steps), local.sets, async (plan) => {
      steps.pause();
      if (link.target.confirm === "changes") showPlan(session, plan);
      const answer = await consent(session, link.target, options, "Upload?");
      if (answer !== "yes") refusals.push(answer);
      return answer === "yes" ? "yes" : "no";
    }),
  );
  print(session, result, local);
  const [refusal] = refusals;
  return refusal === undefined ? judge(session, result) : EXIT_WITHOUT[refusal];
}

function showPlan(session: Session, plan: Plan): void {
  note(session, planLines(plan, painterOf(session.paintErrors)).join("\n"));
}

function print(
  session: Session,
  result: PushResult,
  { sets, loaded }: Extract<LocalSets, { readonly ok: true }>,
): void {
  const json = pushJson(result);
  if (session.form === "json" && json !== undefined) say(session, json);
  if (result.kind === "declined") note(session, pushLines(result, painterOf(session.paintErrors)).join("\n"));
  if (result.kind !== "applied") return;
  for (const outcome of result.outcomes) {
    if (outcome.kind === "stopped") {
      complain(session, `${outcome.file}: ${inEnglish(outcome.stop.message)}`);
      const [local, set] = [sets.find(({ file }) => file === outcome.file), loaded.get(outcome.file)];
      if (local && set) sayWhere(session, set, local, outcome.stop.failure);
    } else if (session.form === "text")
      say(session, pushLines({ ...result, outcomes: [outcome] }, painterOf(session.paint)).join("\n"));
  }
}

function judge(session: Session, result: PushResult): ExitCode {
  switch (result.kind) {
    case "stopped":
    case "undecided":
      return stopAt(session, result.stop);
    case "declined":
      return EXIT.decision;
    case "applied":
      return worst(result.outcomes.map(exitOf));
  }
}

function exitOf(outcome: SetOutcome): ExitCode {
  if (outcome.kind === "stopped") return EXIT_CODES[outcome.stop.kind];
  return isComplete(outcome) || outcome.kind === "not reached" ? EXIT.done : EXIT.refused;
}
