// The tools and the pages over the Model Context Protocol.
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  ErrorCode,
  McpError,
  RootsListChangedNotificationSchema,
  type CallToolResult,
  type ReadResourceResult,
} from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import { VERSION } from "../cli/version.ts";
import { codes, isCode } from "../language/diagnostics/codes.ts";
import { FINDING_PAGES, pageOfCode, PAGES, TOPICS, type Page } from "./pages.ts";
import type { Reach } from "./reach.ts";
import type { Answer, Tool } from "./tool.ts";
import { TOOLS, toolsIn, type CallTool } from "./tools.ts";
import type { AssistantWorld } from "./world.ts";

/** The folders that a client has open, as URIs; undefined where it does not say. */
export type ClientFolders = () => Promise<readonly string[] | undefined>;

/** Reads what may be reached anew whenever the client's folders may have changed; a reason where there is nothing. */
export type ReadReach = (folders: ClientFolders) => Promise<Reach | { readonly refused: string }>;

const INSTRUCTIONS = `Tools for *.objectives files: the objectives of a Tavus video agent (what it finds out in a conversation, and what comes next) in a compact language.
A set looks like this:

objectives "Bike repair"

objective ask_problem {
  prompt "Find out what is wrong with the bike."
  collect problem
  -> agree_day when "The workshop can repair it"
  -> say_sorry otherwise
}

objective agree_day {
  prompt "Agree on a day on which the customer brings the bike in."
  collect drop_off_day
}

objective say_sorry { prompt "Tell the customer that this cannot be repaired." }

Read 'reference' with the tool explain before you write. After each change call check, and mend what it says until no errors and warnings are left. No tool writes a file or uploads: edit files by your own means, and leave uploading to people.`;

/** A server of the protocol, not connected yet. */
export function assistantServer(world: AssistantWorld, readReach: ReadReach): McpServer {
  const server = new McpServer(
    { name: "objectives", title: "Objectives for Tavus", version: VERSION },
    { instructions: INSTRUCTIONS },
  );
  const reach = currentReach(server, readReach);
  const callTool = toolsIn(world);
  for (const tool of TOOLS) registerTool(server, tool, callTool, reach);
  for (const [name, page] of Object.entries(TOPICS)) registerPage(server, name, page, world);
  registerFindingPages(server, world);
  registerPrompt(server);
  return server;
}

type CurrentReach = () => ReturnType<ReadReach>;

/** Asked of the client once, and again when it says that its folders have changed. */
function currentReach({ server }: McpServer, readReach: ReadReach): CurrentReach {
  let reading: ReturnType<ReadReach> | undefined;
  const folders: ClientFolders = async () => {
    if (server.getClientCapabilities()?.roots === undefined) return undefined;
    try {
      return (await server.listRoots()).roots.map(({ uri }) => uri);
    } catch {
      return undefined; // a client that cannot say it is one that does not
    }
  };
  server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
    reading = undefined;
  });
  return () => (reading ??= readReach(folders));
}

function registerTool(server: McpServer, tool: Tool, callTool: CallTool, reach: CurrentReach): void {
  const { name, title, description, asks } = tool;
  const annotations = {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: asks === "approved addresses",
  };
  const shapes = { inputSchema: tool.input, outputSchema: tool.output };
  server.registerTool(name, { title, description, annotations, ...shapes }, async (input, { signal }) => {
    const reached = await reach();
    if ("refused" in reached) return toResult({ ok: false, reason: reached.refused });
    return toResult(await callTool(name, input, reached, signal));
  });
}

function toResult(answer: Answer): CallToolResult {
  if (!answer.ok) return { isError: true, content: [{ type: "text", text: answer.reason }] };
  return { content: [{ type: "text", text: answer.text }], structuredContent: { ...answer.value } };
}

const MARKDOWN = "text/markdown";

function registerPage(server: McpServer, name: string, { title, path }: Page, world: AssistantWorld): void {
  server.registerResource(name, `${PAGES}/${path}`, { title, mimeType: MARKDOWN }, (uri) =>
    readPage(world, uri, path),
  );
}

function registerFindingPages(server: McpServer, world: AssistantWorld): void {
  const template = new ResourceTemplate(`${FINDING_PAGES}/{code}.md`, {
    list: undefined,
    complete: { code: (typed) => Object.keys(codes).filter((code) => code.startsWith(typed)) },
  });
  const words = { title: "A finding", description: "What a finding means", mimeType: MARKDOWN };
  server.registerResource("finding", template, words, (uri, { code }) => {
    const known = typeof code === "string" && isCode(code) ? pageOfCode(code).path : undefined;
    return readPage(world, uri, known);
  });
}

async function readPage(
  world: AssistantWorld,
  uri: URL,
  path: string | undefined,
): Promise<ReadResourceResult> {
  const text = path === undefined ? undefined : await world.page(path);
  if (text === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no page at ${uri.href}.`);
  return { contents: [{ uri: uri.href, mimeType: MARKDOWN, text }] };
}

/** What people ask for most, with the way that leads to a set without findings. */
function registerPrompt(server: McpServer): void {
  const argsSchema = {
    conversation: z.string().describe("What the agent and the participant talk about, and to what end"),
  };
  const words = { title: "Write objectives", description: "Writes a set of objectives for a conversation" };
  server.registerPrompt("write-objectives", { ...words, argsSchema }, ({ conversation }) => ({
    messages: [{ role: "user", content: { type: "text", text: wishFor(conversation) } }],
  }));
}

function wishFor(conversation: string): string {
  return `Write a set of objectives (*.objectives) for this conversation:

${conversation}

First read the topic 'reference' with the tool explain. One goal an objective, with an outcome that can be observed; collect what is asked for; lead on with arrows, and with 'otherwise' for every case that no condition names. Then call check and mend the text until it has no errors and warnings, call format, save the text, and show me the flow that graph draws.`;
}
