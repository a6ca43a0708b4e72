// `objectives emulate`: the platform on this machine, until somebody ends it.
import { inEnglish } from "../../language/text/sentence.ts";
import type { Call, CommandSpec } from "../command.ts";
import { numberOf, textOf, textsOf, wordOf } from "../options.ts";
import { startEmulator } from "../../emulator/server.ts";
import { emulatorFile } from "../../emulator/stand-in.ts";
import { readOrigin } from "../../platform/origin.ts";
import { joinPath } from "../../project/paths.ts";
import { EMULATOR_PORT } from "../../project/targets.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { openProject } from "../loaded-set.ts";
import { absolutePath, complain, displayPath, note, say } from "../session.ts";
import type { World } from "../world.ts";

const FORMS = ["list", "single", "both"] as const;

export const emulateCommand: CommandSpec = {
  name: "emulate",
  operands: [],
  summary: "run the platform's emulator on this machine",
  details:
    "Runs an emulator of the platform on this machine alone. It takes any key, keeps its state in one file, and ends with Ctrl+C.",
  options: [
    {
      form: "--port <number>",
      doc: `the port, 0 for any free one (${EMULATOR_PORT} without it, where the target local looks)`,
      value: { least: 0, most: 65_535 },
    },
    { form: "--data <folder>", doc: "keep the state here instead of in .objectives", value: "text" },
    { form: "--form <form>", doc: "which field of required links it knows", value: FORMS },
    {
      form: "--allow-origin <address>",
      doc: "answer the web pages of this address, too, such as VS Code in a browser (repeatable)",
      value: "texts",
    },
  ],
  examples: ["objectives emulate", "objectives emulate --port 0 --data /tmp/tavus --form single"],
  run: runEmulate,
};

async function runEmulate({ session, options }: Call): Promise<ExitCode> {
  const allowed = originsOf(textsOf(options, "allowOrigin"));
  if (!allowed.ok) {
    complain(session, allowed.reason);
    return EXIT.wrongUse;
  }
  const project = await openProject(session, session.folder);
  if (project === undefined) return EXIT.wrongUse;
  const data = textOf(options, "data");
  const storeFile =
    data === undefined ? emulatorFile(project) : joinPath(absolutePath(session, data), "emulator.json");
  const start = await startEmulator({
    port: numberOf(options, "port") ?? EMULATOR_PORT,
    storeFile,
    form: wordOf(options, "form", FORMS) ?? "both",
    allowedOrigins: allowed.origins,
    world: session.world.emulator,
  });
  if (!start.ok) {
    complain(session, start.problem.message);
    return EXIT.wrongUse;
  }
  say(session, `listening on ${start.emulator.url}`);
  note(
    session,
    `This is an emulator, not Tavus. Its state is in ${displayPath(session, storeFile)}. Ctrl+C ends it.`,
  );
  await interrupted(session.world);
  await start.emulator.close();
  note(session, "The emulator has ended; its state is saved.");
  return EXIT.done;
}

type Origins =
  | { readonly ok: true; readonly origins: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** As a browser writes them; there is no way to let every page in. */
function originsOf(addresses: readonly string[]): Origins {
  const readings = addresses.map(readOrigin);
  const refused = readings.find((it) => !it.ok);
  if (refused) return { ok: false, reason: `--allow-origin: ${inEnglish(refused.reason)}` };
  return { ok: true, origins: readings.flatMap((it) => (it.ok ? [it.origin] : [])) };
}

function interrupted({ interruption }: World): Promise<void> {
  if (interruption.aborted) return Promise.resolve();
  return new Promise((resolve) => interruption.addEventListener("abort", () => resolve(), { once: true }));
}
