// The way to a target: its address, its key, its lock, or the emulator inside the command.
import * as vscode from "vscode";
import { openStandIn } from "../../server/src/emulator/stand-in.ts";
import { createClient, type Client } from "../../server/src/platform/client.ts";
import type { Project } from "../../server/src/project/find-project.ts";
import { lockStore, type LockStore } from "../../server/src/project/lock-file.ts";
import type { Target } from "../../server/src/project/targets.ts";
import { keyFor } from "./api-key.ts";
import type { Extension } from "./extension.ts";
import { sayError } from "./say.ts";

export interface Link {
  readonly project: Project;
  readonly target: Target;
  readonly client: Client;
  readonly locks: LockStore;
  /** Says what is being done. */
  readonly tell: (message: string) => void;
}

/** Runs `use` with a way to the target, shows its progress and lets it be cancelled; what it needed is put away. */
export async function withLink<Value>(
  extension: Extension,
  { project, target }: Pick<Link, "project" | "target">,
  title: string,
  use: (link: Link) => Promise<Value>,
): Promise<Value | undefined> {
  const key = await keyFor(extension, target.origin);
  if (key === undefined) return undefined;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const { world, output } = extension;
    const signal = signalOf(token);
    const standIn = await openStandIn(target, project, { ...world, world: world.emulator, signal });
    if (standIn?.ok === false) return void sayError(standIn.problem.message);
    try {
      return await use({
        project,
        target,
        client: createClient({
          origin: target.origin,
          key,
          fetch: standIn?.emulator.fetch ?? world.fetch,
          time: world.time,
          log: (line) => output.info(standIn ? vscode.l10n.t("{0} (emulator inside VS Code)", line) : line),
          signal,
        }),
        locks: lockStore({ ...world, processes: world.emulator.processes }, project.root, target.place),
        tell: (message) => progress.report({ message }),
      });
    } finally {
      await standIn?.emulator.close();
    }
  });
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
