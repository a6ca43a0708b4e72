// An assistant and its server in one process: files and links in memory, and a platform that only an approved address reaches.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { ListRootsRequestSchema, type CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { reachOf } from "../../server/src/assistant/folders.ts";
import { assistantServer } from "../../server/src/assistant/mcp.ts";
import type { AssistantWorld } from "../../server/src/assistant/world.ts";
import type { AssistantWish } from "../../server/src/cli/world.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import { joinPath } from "../../server/src/project/paths.ts";
import { failing, memoryFiles, memoryWorld } from "../emulator/memory-files.ts";
import { memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";

export const FOLDER = "/disk/flows";

export interface Props {
  readonly wish?: Partial<AssistantWish>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where links lead, by their paths. */
  readonly links?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
  /** The folders that the client has open, as URIs; it says nothing of them without. */
  readonly roots?: () => readonly string[];
}

export interface AssistantStage {
  readonly client: Client;
  readonly files: MemoryFileSystem;
  /** Every request that reached the network. */
  readonly requests: readonly string[];
  /** The answer's text, or `refused:` and the reason; the structured value is held against it. */
  readonly call: (name: string, input?: Record<string, unknown>) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Files by their paths in the folder; those that begin with `/` are elsewhere. */
export async function assistantStage(
  texts: Readonly<Record<string, string>>,
  props: Props = {},
): Promise<AssistantStage> {
  const placed = Object.entries(texts).map(([name, text]) => [joinPath(FOLDER, name), text] as const);
  const elsewhere = Object.entries(texts).filter(([name]) => name.startsWith("/"));
  const inFolder = placed.filter((_, index) => !Object.keys(texts)[index]?.startsWith("/"));
  const files = memoryFileSystem({
    [`${FOLDER}/.keep`]: "",
    ...Object.fromEntries([...inFolder, ...elsewhere]),
  });
  const requests: string[] = [];
  const world = worldOf(files, props, requests);
  const wish: AssistantWish = {
    folder: FOLDER,
    counts: "the client's folders",
    target: undefined,
    origins: [],
    ...props.wish,
  };
  const server = assistantServer(world, reachOf(wish, world.disk, props.environment ?? {}));
  const client = clientWith(props);
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(far), client.connect(near)]);
  return {
    client,
    files,
    requests,
    call: async (name, input = {}) =>
      wordsOf((await client.callTool({ name, arguments: input })) as CallToolResult),
    end: () => client.close(),
  };
}

function worldOf(files: MemoryFileSystem, { links = {}, fetch }: Props, requests: string[]): AssistantWorld {
  return {
    disk: { files: linked(files, links), realPath: async (path) => realPathIn(files, links, path) },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(`${request.method} ${request.url}`);
      return (fetch ?? nothingListens)(request);
    },
    time: systemTime(),
    // Whatever the emulator would write fails loudly: an assistant's call leaves no trace.
    emulator: memoryWorld(memoryFiles(failing("create", "EROFS"))),
    withLayout: (use) => use(async () => ({ ok: false, reason: "There is no engine on a stage." })),
    page: async (name) => (name === "reference.md" ? "# Reference\n" : undefined),
  };
}

const nothingListens: typeof fetch = () =>
  Promise.reject(
    new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }),
  );

/** A disk with links reads through them, as a real one does. */
function linked(
  files: MemoryFileSystem,
  links: Readonly<Record<string, string>>,
): AssistantWorld["disk"]["files"] {
  return {
    readFile: (path) => files.readFile(followed(links, path)),
    kindOf: (path) => files.kindOf(followed(links, path)),
    list: async (folder) => {
      const listing = await files.list(followed(links, folder));
      if (!listing.ok) return listing;
      const here = Object.keys(links).filter((link) => joinPath(link, "..") === folder);
      const entries = here.map((link) => ({ name: link.slice(folder.length + 1), kind: "file" }) as const);
      return { ok: true, value: [...listing.value, ...entries] };
    },
  };
}

async function realPathIn(
  files: MemoryFileSystem,
  links: Readonly<Record<string, string>>,
  path: string,
): Promise<string | undefined> {
  const real = followed(links, path);
  return (await files.kindOf(real)) === "missing" ? undefined : real;
}

function followed(links: Readonly<Record<string, string>>, path: string): string {
  const plain = joinPath("/", path);
  const link = Object.keys(links).find((it) => plain === it || plain.startsWith(`${it}/`));
  return link === undefined ? plain : followed(links, `${links[link] ?? ""}${plain.slice(link.length)}`);
}

function clientWith({ roots }: Props): Client {
  const about = { name: "stage", version: "1" };
  if (roots === undefined) return new Client(about);
  const client = new Client(about, { capabilities: { roots: { listChanged: true } } });
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots().map((uri) => ({ uri })) }));
  return client;
}

function wordsOf({ content, structuredContent, isError }: CallToolResult): string {
  const text = content.map((part) => (part.type === "text" ? part.text : part.type)).join("");
  if (isError === true) return `refused: ${text}`;
  return `${text}${structuredContent === undefined ? "(without a value)" : ""}`;
}
