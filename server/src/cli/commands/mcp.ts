// `objectives mcp`: tools for assistants, which read and ask but never write or upload.
import { inEnglish } from "../../language/text/sentence.ts";
import { readOrigin } from "../../platform/origin.ts";
import type { Call, CommandSpec } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { textOf, textsOf } from "../options.ts";
import type { Session } from "../session.ts";
import { complain } from "../session.ts";

export const mcpCommand: CommandSpec = {
  name: "mcp",
  operands: [],
  summary: "serve an assistant over standard input and output",
  details:
    "Runs a server of the Model Context Protocol, for assistants that write sets: they check, format, compile, decompile, draw and plan, inside the folder alone. Nothing is written or uploaded. Without --cwd the folder is the one that the assistant's program has open, else the current one.",
  options: [
    {
      form: "--allow-origin <address>",
      doc: "let plans ask this address too, beside the emulator; again for each",
      value: "texts",
    },
  ],
  examples: [
    "objectives mcp",
    "objectives mcp --cwd flows",
    "objectives mcp --target tavus --allow-origin https://tavusapi.com",
  ],
  run: runMcp,
};

async function runMcp({ session, options }: Call): Promise<ExitCode> {
  if (session.url !== undefined) {
    complain(session, "--url is not for assistants. Approve the address of a target with --allow-origin.");
    return EXIT.wrongUse;
  }
  const origins = originsOf(session, textsOf(options, "allowOrigin"));
  if (origins === undefined) return EXIT.wrongUse;
  const counts = textOf(options, "cwd") === undefined ? "the client's folders" : "this folder";
  const { folder, target } = session;
  await session.world.serveAssistant({ folder, counts, target, origins });
  return EXIT.done;
}

/** The addresses as they are compared; undefined, with a complaint, where one cannot be asked. */
function originsOf(session: Session, given: readonly string[]): readonly string[] | undefined {
  const readings = given.map(readOrigin);
  for (const it of readings) if (!it.ok) complain(session, `--allow-origin: ${inEnglish(it.reason)}`);
  return readings.every((it) => it.ok) ? readings.map(({ origin }) => origin) : undefined;
}
