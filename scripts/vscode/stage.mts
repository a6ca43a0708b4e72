// Fresh folders for one run of VS Code: its data, and a copy of the workspace that tests may change.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { WORKSPACE } from "./paths.mts";

export interface Stage {
  readonly data: string;
  readonly workspace: string;
}

/** Calls `act` with fresh folders and removes them afterwards. */
export async function onStage<Result>(act: (stage: Stage) => Promise<Result>): Promise<Result> {
  // The real path, because the extension host reports it; and short, because sockets stand in it.
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "objectives-")));
  const stage: Stage = { data: path.join(root, "data"), workspace: path.join(root, "workspace") };
  try {
    mkdirSync(stage.data);
    cpSync(WORKSPACE, stage.workspace, { recursive: true });
    return await act(stage);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
