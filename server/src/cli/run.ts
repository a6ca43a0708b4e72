// The command line as a function: the words of a call and a world go in, an exit code comes out.
import type { CommandSpec } from "./command.ts";
import { attachCommand } from "./commands/attach.ts";
import { checkCommand } from "./commands/check.ts";
import { compileCommand } from "./commands/compile.ts";
import { decompileCommand } from "./commands/decompile.ts";
import { deleteCommand } from "./commands/delete.ts";
import { emulateCommand } from "./commands/emulate.ts";
import { formatCommand } from "./commands/format.ts";
import { graphCommand } from "./commands/graph.ts";
import { listCommand } from "./commands/list.ts";
import { lspCommand } from "./commands/lsp.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { planCommand } from "./commands/plan.ts";
import { pullCommand } from "./commands/pull.ts";
import { pushCommand } from "./commands/push.ts";
import { showCommand } from "./commands/show.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import { readCall } from "./program.ts";
import { complain, openSession } from "./session.ts";
import type { Session } from "./session.ts";
import type { World } from "./world.ts";

/** In the order of a set's life. */
export const COMMANDS: readonly CommandSpec[] = [
  checkCommand,
  compileCommand,
  decompileCommand,
  formatCommand,
  graphCommand,
  planCommand,
  pushCommand,
  pullCommand,
  attachCommand,
  listCommand,
  showCommand,
  deleteCommand,
  emulateCommand,
  lspCommand,
  mcpCommand,
];

/** Carries out `objectives ...args`. Never rejects: whatever goes wrong is said and becomes an exit code. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  try {
    const reading = await readCall(args, COMMANDS, world, async (spec, operands, options) => {
      const session = openSession(world, options);
      exit = (await isFolder(session)) ? await spec.run({ session, operands, options }) : EXIT.wrongUse;
    });
    if (reading.kind !== "misused") return exit;
    complain(openSession(world, {}), reading.message);
    return EXIT.wrongUse;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain(openSession(world, {}), `This should not have happened: ${reason}. Please report it.`);
    return EXIT.wrongUse;
  }
}

async function isFolder(session: Session): Promise<boolean> {
  const kind = await session.world.files.kindOf(session.folder);
  if (kind !== "folder") complain(session, `${session.folder} is not a folder. Check --cwd.`);
  return kind === "folder";
}
