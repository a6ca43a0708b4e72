// How sets stand at their targets: the client is asked what these got last, since it reads the lock and keeps the key.
import { Emitter, type Connection, type Event } from "vscode-languageserver";
import { compile } from "../language/compile/compile.ts";
import { uploadState } from "../language/compile/upload-state.ts";
import type { Check } from "../language/diagnostics/check.ts";
import { unreadFiles } from "../language/model/files.ts";
import { contentHash } from "../project/content-hash.ts";
import type { ClientRequests, SetState, TargetUpload } from "../protocol.ts";
import { checkedWith } from "./checked-with.ts";
import type { Client } from "./client.ts";
import type { OpenDocuments } from "./documents.ts";
import { fileIdOf } from "./file-id.ts";
import type { Workspace } from "./workspace.ts";

export interface Uploads {
  /** What the target of a set got last; undefined where the client says nothing of it. */
  readonly last: (uri: string) => Promise<TargetUpload | undefined>;
  /** How the set stands to that, as its files are now, saved or not. */
  readonly stateOf: (uri: string) => Promise<SetState | undefined>;
  /** Something else may be said of some set, though nobody typed in it. */
  readonly onDidChange: Event<void>;
}

interface World {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: OpenDocuments;
  readonly workspace: Workspace;
}

interface Around extends World {
  readonly hashOf: ReturnType<typeof hashMemory>;
}

export function knownUploads(world: World): Uploads {
  const { connection, documents, workspace } = world;
  const around: Around = { ...world, hashOf: hashMemory() };
  const changed = new Emitter<void>();
  const said = new Map<string, string>();
  const last = (uri: string): Promise<TargetUpload | undefined> => lastUpload(around, uri);
  const stateOf = async (uri: string): Promise<SetState | undefined> => {
    const upload = await last(uri);
    const state = upload && (await stateAt(around, uri, upload));
    said.set(uri, JSON.stringify(state ?? null));
    return state;
  };
  const lookAgain = async (uri: string): Promise<void> => {
    const before = said.get(uri);
    await stateOf(uri);
    if (said.get(uri) !== before) changed.fire();
  };
  connection.onNotification("objectives/uploadsChanged", () => void changed.fire());
  workspace.onDidChange(({ documents: concerned, edited }) => {
    for (const it of concerned) if (it !== edited && said.has(it.uri)) void lookAgain(it.uri);
  });
  documents.onDidClose(({ document: { uri } }) => void said.delete(uri));
  return { last, stateOf, onDidChange: changed.event };
}

async function lastUpload({ connection, client }: Around, uri: string): Promise<TargetUpload | undefined> {
  if (client.uploads === "unknown") return undefined;
  const answer = connection.sendRequest<ClientRequests["objectives/lastUpload"]["result"]>(
    "objectives/lastUpload",
    { uri },
  );
  return (await answer.catch(() => null)) ?? undefined; // a client that has gone says nothing
}

async function stateAt(around: Around, uri: string, upload: TargetUpload): Promise<SetState> {
  const { target, params, hash } = upload;
  // What was never uploaded need not be compiled: most sets of a large workspace.
  const now = hash === null ? undefined : await hashNow(around, uri, params);
  return { target, state: uploadState(upload, now) };
}

/** Of what the set compiles to with the params of the target; undefined where that is no one document, or not all of it. */
async function hashNow(
  { workspace, hashOf }: Around,
  uri: string,
  params: TargetUpload["params"],
): Promise<string | undefined> {
  const current = await workspace.checkOf(fileIdOf(uri));
  if (!current || unreadFiles(current.model).length > 0) return undefined;
  return hashOf(current, params);
}

/** To tell it a whole set is compiled: it is remembered while the set stands. */
function hashMemory(): (check: Check, params: TargetUpload["params"]) => Promise<string | undefined> {
  const known = new WeakMap<Check, { readonly words: string; readonly hash: Promise<string | undefined> }>();
  return (check, params) => {
    const words = JSON.stringify(params);
    const before = known.get(check);
    if (before?.words === words) return before.hash;
    const hash = compiledHash(check, params);
    known.set(check, { words, hash });
    return hash;
  };
}

async function compiledHash(check: Check, params: TargetUpload["params"]): Promise<string | undefined> {
  const outcome = compile(checkedWith(check, params));
  return outcome.kind === "document" ? contentHash(outcome.document) : undefined;
}
