// `objectives compile`: a set as the JSON that the platform takes.
import { inEnglish } from "../../language/text/sentence.ts";
import type { Compiled } from "../../language/compile/compile.ts";
import { compile } from "../../language/compile/compile.ts";
import { LINK_FORMS, type LinkForm } from "../../language/compile/payload.ts";
import { sourceMap, type SourceMap } from "../../language/compile/source-map.ts";
import { writePayload } from "../../language/compile/write-payload.ts";
import type { Call, CommandSpec } from "../command.ts";
import { OUTPUT_OPTION, textOf, wordOf } from "../options.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { jsonTextOf } from "../json-text.ts";
import { findingsOf, reportsOf } from "../loaded-set.ts";
import { namedSet } from "../named-set.ts";
import { PARAM_OPTION } from "../params.ts";
import { jsonFindings } from "../report/json.ts";
import type { FileFindings } from "../report/reported.ts";
import { countOf } from "../report/reported.ts";
import { sourceMapFile } from "../report/source-map.ts";
import { textReport } from "../report/text.ts";
import { deliver } from "../result-file.ts";
import type { Session } from "../session.ts";
import { complain, say } from "../session.ts";

export const compileCommand: CommandSpec = {
  name: "compile",
  operands: [{ form: "<file>", doc: "the set, or -" }],
  summary: "write a set as the platform's JSON",
  details:
    "Writes a set as the JSON that the platform takes. With findings that are errors it is written as far as the text says one document, and the command fails.",
  options: [
    OUTPUT_OPTION,
    {
      form: "--required <form>",
      doc: "required links as next_required_objectives (list) or next_required_objective (single)",
      value: LINK_FORMS,
    },
    PARAM_OPTION,
    {
      form: "--source-map <file>",
      doc: "write where each value of the document is written to this file",
      value: "text",
    },
  ],
  examples: [
    "objectives compile intake.objectives",
    "objectives compile intake.objectives -o intake.json --required single",
    "objectives compile intake.objectives --param hooks=https://staging.example.com",
    "objectives compile intake.objectives -o intake.json --source-map intake.json.map",
  ],
  run: runCompile,
};

async function runCompile({ session, operands: [file = ""], options }: Call): Promise<ExitCode> {
  const set = await namedSet(session, file, options);
  if (set === undefined) return EXIT.wrongUse;
  const compiled = compile(set.check);
  if (compiled.kind === "fragment") {
    complain(
      session,
      `${set.input.name} is a fragment: without a line like objectives "Name" it is no set. Compile the set that includes it.`,
    );
    return EXIT.wrongUse;
  }
  const reports = reportsOf(session, set, findingsOf(set, compiled));
  if (session.form === "text") session.world.errors.write(textReport(reports, session.paintErrors));
  const form = wordOf(options, "required", LINK_FORMS) ?? "list";
  const output = textOf(options, "output");
  const wish = { name: set.input.name, reports, form, output, source: set.input.path };
  const exit = await write(session, compiled, wish);
  const mapFile = textOf(options, "sourceMap");
  if (mapFile === undefined || compiled.kind !== "document" || exit === EXIT.wrongUse) return exit;
  const map = sourceMap(set.check.model, compiled.document, form);
  return (await writeMap(session, map, wish, mapFile)) === "delivered" ? exit : EXIT.wrongUse;
}

async function writeMap(
  session: Session,
  map: SourceMap,
  { name, reports, source }: Wish,
  output: string,
): Promise<"delivered" | "failed"> {
  const text = `${JSON.stringify(sourceMapFile(name, map, reports), undefined, 2)}\n`;
  return deliver(session, text, { output, source });
}

interface Wish {
  /** Of the set's file, as people see it. */
  readonly name: string;
  readonly reports: readonly FileFindings[];
  readonly form: LinkForm;
  readonly output: string | undefined;
  readonly source: string | undefined;
}

async function write(
  session: Session,
  compiled: Exclude<Compiled, { readonly kind: "fragment" }>,
  wish: Wish,
): Promise<ExitCode> {
  const { name, reports, output, source } = wish;
  const text = compiled.kind === "document" ? writePayload(compiled.document, wish.form) : undefined;
  if (typeof text !== "string") {
    const reasons =
      text?.refused.map(({ objective, reason }) => `'${objective}': ${inEnglish(reason)}`) ?? [];
    for (const reason of reasons) complain(session, reason);
    if (session.form === "json") say(session, jsonResult(session, wish, "null"));
    complain(session, `${name} was not compiled: mend the errors first.`);
    return EXIT.findings;
  }
  const exit = countOf(reports, "error") > 0 ? EXIT.findings : EXIT.done;
  if (session.form === "json") {
    say(session, jsonResult(session, wish, text));
    if (output === undefined) return exit;
  }
  return (await deliver(session, text, { output, source })) === "delivered" ? exit : EXIT.wrongUse;
}

function jsonResult({ world }: Session, { name, reports }: Wish, document: string): string {
  return jsonTextOf([
    ["version", "1"],
    ["file", JSON.stringify(name)],
    ["document", document],
    ["findings", JSON.stringify(jsonFindings(reports, world.pages))],
  ]);
}
