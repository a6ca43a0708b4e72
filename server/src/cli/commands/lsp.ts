// `objectives lsp`: the language server, for editors that are not VS Code.
import type { Call, CommandSpec } from "../command.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";

export const lspCommand: CommandSpec = {
  name: "lsp",
  operands: [],
  summary: "serve an editor over standard input and output",
  details: "Runs the language server, for editors that start one themselves.",
  options: [{ form: "--stdio", doc: "over standard input and output, which is the only way", value: "none" }],
  examples: ["objectives lsp --stdio"],
  run: runLsp,
};

async function runLsp({ session }: Call): Promise<ExitCode> {
  await session.world.serveEditor();
  return EXIT.done;
}
