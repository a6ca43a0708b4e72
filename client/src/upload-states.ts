// Whether sets are uploaded as they stand, at the target that counts for each: by the lock files alone, nothing is sent.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { readPayload } from "../../server/src/language/compile/read-payload.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import { findProject, type Project } from "../../server/src/project/find-project.ts";
import { lockStore, type LockReading, type LockStoreWorld } from "../../server/src/project/lock-file.ts";
import { setLockAt, type LockPlace } from "../../server/src/project/lock.ts";
import { parentOf, relativePath } from "../../server/src/project/paths.ts";
import type { Target } from "../../server/src/project/targets.ts";
import { uploadState, type UploadState } from "../../server/src/sync/upload-state.ts";
import { pathOf } from "./file-path.ts";
import { ask } from "./language-client.ts";
import type { Sets } from "./sets.ts";

export interface SetState {
  /** The name of the target. */
  readonly target: string;
  readonly state: UploadState;
}

export interface UploadStates extends vscode.Disposable {
  /** Undefined where no target counts, or what is kept of it cannot be read. */
  readonly of: (uri: vscode.Uri) => Promise<SetState | undefined>;
  /** The one set whose state may be another now; undefined: any. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

/** What states are found by. */
export interface StateSources {
  readonly client: Pick<BaseLanguageClient, "sendRequest">;
  readonly sets: Sets;
  readonly secrets: vscode.SecretStorage;
  readonly world: LockStoreWorld;
  /** The target of a project where nobody is asked. */
  readonly targetOf: (project: Project) => Promise<Target | undefined>;
}

/** What decides about states beside the texts. */
const PROJECT_FILES = "**/{objectives.json,objectives.lock.json,.objectives/lock.json}";

/**
 * States are remembered: a workspace may have thousands of sets, and its files are read once for all of them. What is being
 * written is looked at again when it is saved, since that is what an upload takes.
 */
export function followUploadStates(sources: StateSources): UploadStates {
  let memory = newMemory();
  const edited = new Set<string>();
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const forgetAll = (): void => {
    memory = newMemory();
    changed.fire(undefined);
  };
  const forgetEdited = (): void => {
    for (const uri of edited) {
      memory.states.delete(uri);
      changed.fire(vscode.Uri.parse(uri));
    }
    edited.clear();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(PROJECT_FILES);
  const following = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(forgetAll),
    watcher.onDidCreate(forgetAll),
    watcher.onDidDelete(forgetAll),
    sources.sets.onDidChange((uri) => (uri ? edited.add(uri.toString()) : forgetAll())),
    sources.secrets.onDidChange(forgetAll),
    vscode.workspace.onDidSaveTextDocument(forgetEdited),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("objectives.target")) forgetAll();
    }),
  );
  return {
    of: (uri) => once(memory.states, uri.toString(), () => stateOf(sources, memory, uri)),
    onDidChange: changed.event,
    dispose: () => void following.dispose(),
  };
}

interface Memory {
  readonly states: Map<string, Promise<SetState | undefined>>;
  /** By the folder of a file. */
  readonly projects: Map<string, Promise<Project | undefined>>;
  /** By the folder of a project and where the target is. */
  readonly locks: Map<string, Promise<LockReading>>;
}

function newMemory(): Memory {
  return { states: new Map(), projects: new Map(), locks: new Map() };
}

function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

async function stateOf(
  sources: StateSources,
  memory: Memory,
  uri: vscode.Uri,
): Promise<SetState | undefined> {
  if (uri.scheme !== "file") return undefined;
  const project = await projectOf(sources, memory, uri);
  const target = project && (await sources.targetOf(project));
  const file = project && relativePath(project.root, pathOf(uri));
  if (!target || file === undefined) return undefined;
  const reading = await lockOf(sources, memory, project, target);
  if (!reading.ok) return undefined;
  const place: LockPlace = { origin: target.origin, target: target.name, file };
  const kept = setLockAt(reading.lock, place);
  // What was never uploaded need not be compiled: most sets of a large workspace.
  const local = kept.base && (await compiled(sources, uri, target));
  return { target: target.name, state: uploadState(kept, local) };
}

function projectOf(
  { world }: StateSources,
  { projects }: Memory,
  uri: vscode.Uri,
): Promise<Project | undefined> {
  const folder = parentOf(pathOf(uri)) ?? "/";
  const workspace = vscode.workspace.getWorkspaceFolder(uri);
  return once(projects, folder, async () => {
    const reading = await findProject(world.files, folder, workspace ? pathOf(workspace.uri) : folder);
    return reading.ok ? reading.project : undefined;
  });
}

function lockOf(
  { world }: StateSources,
  { locks }: Memory,
  { root }: Project,
  { place }: Target,
): Promise<LockReading> {
  const store = lockStore(world, root, place);
  return once(locks, store.path, () => store.read());
}

async function compiled(
  { client }: StateSources,
  uri: vscode.Uri,
  { params }: Target,
): Promise<SetDocument | undefined> {
  const given = Object.fromEntries(params);
  const result = await ask(client, "objectives/compile", { uri: uri.toString(), params: given });
  const reading = result?.kind === "document" ? readPayload(result.json) : undefined;
  return reading && "document" in reading ? reading.document : undefined;
}
