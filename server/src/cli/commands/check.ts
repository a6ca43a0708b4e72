// `objectives check`: what is wrong with sets, for people and for programs.
import { counted } from "../../language/text/counted.ts";
import type { Call, CommandSpec } from "../command.ts";
import { isGiven, numberOf, wordOf } from "../options.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT, worst } from "../exit-code.ts";
import { checkFiles } from "../checked-files.ts";
import { fixFiles } from "../fixed-files.ts";
import { nameFiles } from "../input.ts";
import { givenParams, PARAM_OPTION } from "../params.ts";
import { withProgress } from "../progress.ts";
import { githubReport } from "../report/github.ts";
import { jsonReport } from "../report/json.ts";
import type { FileFindings } from "../report/reported.ts";
import { countOf } from "../report/reported.ts";
import { sarifReport } from "../report/sarif.ts";
import { summary, textReport } from "../report/text.ts";
import type { Session } from "../session.ts";
import { complain, note, say, sayJson } from "../session.ts";

const FORMATS = ["text", "json", "sarif", "github"] as const;

export const checkCommand: CommandSpec = {
  name: "check",
  operands: [{ form: "[paths...]", doc: "files, folders, patterns or -; without any, everything here" }],
  summary: "find what is wrong with sets",
  details:
    "Finds what is wrong with sets: with the text, with the flow, and with what the platform would refuse.",
  options: [
    { form: "--format <format>", doc: "how to print the findings", value: FORMATS },
    {
      form: "--max-warnings <number>",
      doc: "more warnings than this are a failure",
      value: { least: 0, most: 999_999_999 },
    },
    { form: "--fix", doc: "first carry out the fixes that need no thinking", value: "none" },
    PARAM_OPTION,
  ],
  examples: [
    "objectives check",
    "objectives check intake.objectives",
    "objectives check 'flows/**' --format github --max-warnings 0",
    "objectives check --fix",
    "cat intake.objectives | objectives check -",
  ],
  run: runCheck,
};

async function runCheck({ session, operands, options }: Call): Promise<ExitCode> {
  const format = wordOf(options, "format", FORMATS) ?? session.form;
  const given = givenParams(session, options);
  if (given === undefined) return EXIT.wrongUse;
  const { files, found } = await nameFiles(session, operands);
  const mended = isGiven(options, "fix") ? await fixFiles(session, files, given) : EXIT.done;
  const checked = await withProgress(session, (steps, inner) => checkFiles(inner, files, given, steps));
  print(session, format, checked.reports);
  return worst([
    found === "all" ? EXIT.done : EXIT.wrongUse,
    mended,
    checked.exit,
    judge(session, checked.reports, numberOf(options, "maxWarnings")),
  ]);
}

function print(session: Session, format: (typeof FORMATS)[number], reports: readonly FileFindings[]): void {
  switch (format) {
    case "text":
      // Where nothing could be read, why was said already.
      if (reports.length === 0) return;
      if (reports.some(({ findings }) => findings.length > 0))
        say(session, textReport(reports, session.paint));
      return note(session, summary(reports));
    case "json":
      return sayJson(session, jsonReport(reports, session.world.pages));
    case "sarif":
      return sayJson(session, sarifReport(reports, session.world.pages));
    case "github":
      return session.world.output.write(githubReport(reports));
  }
}

function judge(session: Session, reports: readonly FileFindings[], allowed: number | undefined): ExitCode {
  if (countOf(reports, "error") > 0) return EXIT.findings;
  const warnings = countOf(reports, "warning");
  if (allowed === undefined || warnings <= allowed) return EXIT.done;
  complain(session, `${counted(warnings, "warning")}, and --max-warnings allows ${allowed}.`);
  return EXIT.findings;
}
