// What targets got of sets last, by the files of their projects alone: nothing is sent.
import * as vscode from "vscode";
import { CONFIG_NAME } from "../../server/src/project/config.ts";
import { findProject, type Project } from "../../server/src/project/find-project.ts";
import {
  LOCAL_FOLDER,
  LOCAL_NAME,
  LOCK_NAME,
  lockStore,
  type LockReading,
  type LockStoreWorld,
} from "../../server/src/project/lock-file.ts";
import { setLockAt, type SetLock } from "../../server/src/project/lock.ts";
import { parentOf, relativePath } from "../../server/src/project/paths.ts";
import type { Target } from "../../server/src/project/targets.ts";
import type { TargetUpload } from "../../server/src/protocol.ts";
import { isFile, pathOf } from "./file-path.ts";
import { latest } from "./latest.ts";

export interface LastUploads extends vscode.Disposable {
  /** Undefined where no target counts, or what is kept of it cannot be read. */
  readonly of: (uri: vscode.Uri) => Promise<TargetUpload | undefined>;
  /** Something else is said of some set than was said before. */
  readonly onDidChange: vscode.Event<void>;
}

/** What it is read from. */
export interface UploadSources {
  readonly secrets: vscode.SecretStorage;
  readonly world: LockStoreWorld;
  /** The target of a project where nobody is asked. */
  readonly targetOf: (project: Project) => Promise<Target | undefined>;
}

/** Files that say where sets go and what was uploaded there. */
const TELLING_FILES = `**/{${CONFIG_NAME},${LOCK_NAME},${LOCAL_FOLDER}/${LOCAL_NAME}}`;

/** A workspace may have thousands of sets: its files are read once for all of them, and again when one of them changes. */
export function followLastUploads(sources: UploadSources): LastUploads {
  let memory = newMemory();
  const said = new Map<string, string>();
  const changed = new vscode.EventEmitter<void>();
  const of = async (uri: vscode.Uri): Promise<TargetUpload | undefined> => {
    const upload = await lastUploadOf(sources, memory, uri);
    said.set(uri.toString(), asText(upload));
    return upload;
  };
  const lookAgain = latest(async () => {
    memory = newMemory();
    const before = [...said];
    const now = await Promise.all(before.map(([uri]) => of(vscode.Uri.parse(uri))));
    if (now.some((upload, index) => asText(upload) !== before[index]?.[1])) changed.fire();
  });
  const watcher = vscode.workspace.createFileSystemWatcher(TELLING_FILES);
  const following = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(lookAgain),
    watcher.onDidCreate(lookAgain),
    watcher.onDidDelete(lookAgain),
    sources.secrets.onDidChange(lookAgain),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("objectives.target")) lookAgain();
    }),
  );
  return { of, onDidChange: changed.event, dispose: () => void following.dispose() };
}

function asText(upload: TargetUpload | undefined): string {
  return JSON.stringify(upload ?? null);
}

interface Memory {
  /** By the folder of a file. */
  readonly projects: Map<string, Promise<Project | undefined>>;
  /** By the folder of a project and where the target is. */
  readonly locks: Map<string, Promise<LockReading>>;
}

function newMemory(): Memory {
  return { projects: new Map(), locks: new Map() };
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

async function lastUploadOf(
  sources: UploadSources,
  memory: Memory,
  uri: vscode.Uri,
): Promise<TargetUpload | undefined> {
  if (!isFile(uri)) return undefined;
  const project = await projectOf(sources, memory, uri);
  const target = project && (await sources.targetOf(project));
  const file = project && relativePath(project.root, pathOf(uri));
  if (!target || file === undefined) return undefined;
  const reading = await lockOf(sources, memory, project, target);
  if (!reading.ok) return undefined;
  const { name, origin, params } = target;
  return {
    target: name,
    params: Object.fromEntries(params),
    ...kept(setLockAt(reading.lock, { origin, target: name, file })),
  };
}

function kept({ id, base }: SetLock): Pick<TargetUpload, "isThere" | "hash"> {
  return { isThere: id !== undefined, hash: base?.hash ?? null };
}

function projectOf(
  { world }: UploadSources,
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
  { world }: UploadSources,
  { locks }: Memory,
  { root }: Project,
  { place }: Target,
): Promise<LockReading> {
  const store = lockStore(world, root, place);
  return once(locks, store.path, () => store.read());
}
