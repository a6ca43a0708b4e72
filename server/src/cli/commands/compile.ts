// `objectives compile`: a set as the JSON that the platform takes.
import type { Compiled } from "../../language/compile/compile.ts";
import { compile } from "../../language/compile/compile.ts";
import { writePayload } from "../../language/compile/write-payload.ts";
import type { ParamValues } from "../../language/model/params.ts";
import { nearest } from "../../language/text/nearest.ts";
import type { Call, CommandSpec } from "../command.ts";
import { OUTPUT_OPTION, textOf, textsOf, wordOf } from "../options.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { readOne } from "../input.ts";
import { jsonTextOf } from "../json-text.ts";
import type { LoadedSet } from "../loaded-set.ts";
import { findingsOf, loadSet, reportsOf } from "../loaded-set.ts";
import { jsonFindings } from "../report/json.ts";
import type { FileFindings } from "../report/reported.ts";
import { countOf } from "../report/reported.ts";
import { textReport } from "../report/text.ts";
import { deliver } from "../result-file.ts";
import type { Session } from "../session.ts";
import { complain, say } from "../session.ts";

const LINK_FORMS = ["list", "single"] as const;

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
    { form: "--param <name=value>", doc: "the value of a param, again for each", value: "texts" },
  ],
  examples: [
    "objectives compile intake.objectives",
    "objectives compile intake.objectives -o intake.json --required single",
    "objectives compile intake.objectives --param hooks=https://staging.example.com",
  ],
  run: runCompile,
};

async function runCompile({ session, operands: [file = ""], options }: Call): Promise<ExitCode> {
  const given = readParams(session, textsOf(options, "param"));
  const input = given && (await readOne(session, file));
  const set = input && (await loadSet(session, input, given));
  if (set === undefined || given === undefined || !areKnown(session, set, given)) return EXIT.wrongUse;
  const compiled = compile(set.check);
  if (compiled.kind === "fragment") {
    complain(
      session,
      `${set.input.name} is a fragment: without a line like objectives "Name" it is no set. Compile the set that includes it.`,
    );
    return EXIT.wrongUse;
  }
  const reports = reportsOf(session, set, findingsOf(compiled, set.project.config.rules));
  if (session.form === "text") session.world.errors.write(textReport(reports, session.paintErrors));
  const form = wordOf(options, "required", LINK_FORMS) ?? "list";
  const output = textOf(options, "output");
  return write(session, compiled, { name: set.input.name, reports, form, output, source: input?.path });
}

interface Wish {
  /** Of the set's file, as people see it. */
  readonly name: string;
  readonly reports: readonly FileFindings[];
  readonly form: (typeof LINK_FORMS)[number];
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
    const reasons = text?.refused.map(({ objective, reason }) => `'${objective}': ${reason}`) ?? [];
    for (const reason of reasons) complain(session, reason);
    if (session.form === "json") say(session, jsonResult(wish, "null"));
    complain(session, `${name} was not compiled: mend the errors first.`);
    return EXIT.findings;
  }
  const exit = countOf(reports, "error") > 0 ? EXIT.findings : EXIT.done;
  if (session.form === "json") {
    say(session, jsonResult(wish, text));
    if (output === undefined) return exit;
  }
  return (await deliver(session, text, { output, source })) === "delivered" ? exit : EXIT.wrongUse;
}

function jsonResult({ name, reports }: Wish, document: string): string {
  return jsonTextOf([
    ["version", "1"],
    ["file", JSON.stringify(name)],
    ["document", document],
    ["findings", JSON.stringify(jsonFindings(reports))],
  ]);
}

function readParams(session: Session, given: readonly string[]): ParamValues | undefined {
  const values = new Map<string, string>();
  for (const text of given) {
    const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      complain(
        session,
        `--param wants a name and a value, such as hooks=https://example.com, not '${text}'.`,
      );
      return undefined;
    }
    values.set(name, value);
  }
  return values;
}

function areKnown(session: Session, { input, check }: LoadedSet, given: ParamValues): boolean {
  const known = check.model.symbols.params.map(({ name }) => name);
  const unknown = [...given.keys()].filter((name) => !known.includes(name));
  for (const name of unknown) {
    const meant = nearest(name, known);
    const advice =
      meant === undefined ? `Write param ${name} there, or leave it out.` : `Did you mean '${meant}'?`;
    complain(session, `${input.name} has no param '${name}'. ${advice}`);
  }
  return unknown.length === 0;
}
