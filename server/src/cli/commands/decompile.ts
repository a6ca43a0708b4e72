// `objectives decompile`: the platform's JSON as text.
import { counted } from "../../language/text/counted.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import { decompile } from "../../language/compile/decompile.ts";
import type { Refusal } from "../../language/compile/parse-json.ts";
import { readPayload } from "../../language/compile/read-payload.ts";
import type { Call, CommandSpec } from "../command.ts";
import { OUTPUT_OPTION, textOf } from "../options.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { readOne } from "../input.ts";
import { deliver } from "../result-file.ts";
import { complain, note, sayJson } from "../session.ts";

export const decompileCommand: CommandSpec = {
  name: "decompile",
  operands: [{ form: "<file>", doc: "JSON of the platform, or -" }],
  summary: "write the platform's JSON as text",
  details:
    "Writes a set of the platform as text that compiles back to the same document. It reads what a POST sends and what a GET gives, with links in either form; nothing is dropped in silence.",
  options: [OUTPUT_OPTION],
  examples: [
    "objectives decompile intake.json -o intake.objectives",
    "objectives show o15c0eb82c2d7 --json | objectives decompile -",
  ],
  run: runDecompile,
};

async function runDecompile({ session, operands: [file = ""], options }: Call): Promise<ExitCode> {
  const input = await readOne(session, file);
  if (input === undefined) return EXIT.wrongUse;
  const reading = readPayload(input.text);
  if ("refused" in reading) {
    for (const it of reading.refused) complain(session, placed(input.name, it));
    if (session.form === "json")
      sayJson(session, { version: 1, text: null, notes: [], refused: reading.refused.map(asJson) });
    complain(
      session,
      `${input.name} was not decompiled: mend ${counted(reading.refused.length, "place")} first.`,
    );
    return EXIT.findings;
  }
  const text = decompile(reading.document, reading.extras);
  const notes = reading.notes.filter(({ pointer }) => !OF_SHOW.has(pointer));
  for (const it of notes) note(session, placed(input.name, it));
  const output = textOf(options, "output");
  if (session.form === "json") {
    sayJson(session, { version: 1, text, notes: notes.map(asJson), refused: [] });
    if (output === undefined) return EXIT.done;
  }
  const delivery = await deliver(session, text, { output, source: input.path });
  return delivery === "delivered" ? EXIT.done : EXIT.wrongUse;
}

/** What `show --json` says beside the platform's own words. */
const OF_SHOW: ReadonlySet<string> = new Set(["/version", "/target"]);

function asJson({ reason, ...place }: Refusal): object {
  return { ...place, reason: inEnglish(reason) };
}

function placed(file: string, { pointer, line, column, reason }: Refusal): string {
  return [`${file}:${line}:${column}`, ...(pointer === "" ? [] : [pointer]), inEnglish(reason)].join(" ");
}
