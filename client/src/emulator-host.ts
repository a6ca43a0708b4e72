// The emulator inside the extension host, from the command that starts it to the one that stops it.
import * as vscode from "vscode";
import type { EmulatorWorld } from "../../server/src/emulator/emulator.ts";
import { emulatorFile } from "../../server/src/emulator/stand-in.ts";
import type { EmulatorStart, RunningEmulator, ServerOptions } from "../../server/src/emulator/server.ts";
import { EMULATOR_PORT } from "../../server/src/project/targets.ts";

export interface EmulatorHost extends vscode.Disposable {
  /** Its address; undefined while it does not run. */
  readonly url: () => string | undefined;
  /** Starts it with the state of the project in that folder; where it runs already, nothing happens. */
  readonly start: (root: string) => Promise<EmulatorStart | "impossible">;
  readonly stop: () => Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export type StartEmulator = (options: ServerOptions) => Promise<EmulatorStart>;

/** Without `startEmulator`, as in a browser, there is none to be started. */
export function createEmulatorHost(
  world: EmulatorWorld,
  startEmulator: StartEmulator | undefined,
): EmulatorHost {
  let running: RunningEmulator | undefined;
  const changed = new vscode.EventEmitter<void>();
  const stop = async (): Promise<void> => {
    const stopping = running;
    running = undefined;
    changed.fire();
    await stopping?.close();
  };
  return {
    url: () => running?.url,
    start: async (root) => {
      if (running) return { ok: true, emulator: running };
      if (!startEmulator) return "impossible";
      const start = await startEmulator({
        port: EMULATOR_PORT,
        storeFile: emulatorFile({ root }),
        form: "both",
        world,
      });
      if (start.ok) running = start.emulator;
      changed.fire();
      return start;
    },
    stop,
    onDidChange: changed.event,
    dispose: () => {
      void stop();
      changed.dispose();
    },
  };
}
