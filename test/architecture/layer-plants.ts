// A violation of every rule of the layers.

export interface LayerPlant {
  readonly rule: string;
  /** The module that imports what it may not, and the line that does. */
  readonly file: string;
  readonly imports: string;
  readonly asType?: true;
}

const LAYERS = [
  ["language-text", "language/text"],
  ["language-syntax", "language/syntax"],
  ["language-model", "language/model"],
  ["language-diagnostics", "language/diagnostics"],
  ["language-compile", "language/compile"],
  ["language-graph", "language/graph"],
  ["language-scenario", "language/scenario"],
  ["language-features", "language/features"],
  ["platform", "platform"],
  ["project", "project"],
  ["sync", "sync"],
  ["emulator", "emulator"],
  ["lsp", "lsp"],
  ["cli", "cli"],
  ["assistant", "assistant"],
] as const;

/** The module that every folder has in the planted tree. */
const THING = "thing.ts";

export const LAYER_PLANTS: readonly LayerPlant[] = [
  ...LAYERS.map(([name, folder], index) => ({
    rule: `layer-${name}`,
    file: `server/src/${folder}/reaches-down.ts`,
    imports: rooted(
      `server/src/${LAYERS[index + 1]?.[1] ?? "../../client/src"}/${THING}`,
      `server/src/${folder}`,
    ),
  })),
  bad("layer-language-text", "server/src/language/text/types-too.ts", "../syntax/thing.ts", "type"),
  bad("layer-sync", "server/src/sync/reaches-client.ts", "../../../client/src/thing.ts"),
  bad("language-imports-no-package", "server/src/language/model/packages.ts", "picocolors"),
  bad("chevrotain-only-in-syntax", "server/src/language/model/parses.ts", "chevrotain"),
  bad(
    "jsonc-parser-not-in-the-language-but-compile",
    "server/src/language/graph/reads-json.ts",
    "jsonc-parser",
  ),
  bad("elkjs-only-in-the-layout-worker", "server/src/lsp/lays-out.ts", "elkjs"),
  bad("langium-only-in-the-benchmark", "server/src/lsp/peers.ts", "langium"),
  bad("langium-only-in-the-benchmark", "scripts/peers.ts", "langium/grammar", "type"),
  bad(
    "protocol-library-only-in-lsp",
    "server/src/language/features/speaks.ts",
    "vscode-languageserver",
    "type",
  ),
  bad("protocol-library-only-in-lsp", "server/src/sync/speaks.ts", "vscode-languageserver-protocol"),
  bad(
    "model-context-protocol-only-for-assistants",
    "server/src/cli/serves.ts",
    "@modelcontextprotocol/sdk/types.js",
  ),
  bad("model-context-protocol-only-for-assistants", "server/src/sync/shapes.ts", "zod", "type"),
  bad("vscode-only-in-the-client", "server/src/lsp/knows-editor.ts", "vscode", "type"),
  bad("vscode-only-in-the-client", "client/webview/knows-editor.ts", "vscode"),
  bad("vscode-only-in-the-client", "server/src/cli/knows-client.ts", "vscode-languageclient"),
  bad("node-only-at-the-edges", "server/src/language/text/reads.ts", "node:fs"),
  bad("node-only-at-the-edges", "server/src/lsp/reads.ts", "node:fs"),
  bad("node-only-at-the-edges", "server/src/sync/joins.ts", "node:path"),
  bad("node-only-at-the-edges", "client/src/extension.browser.ts", "node:path"),
  bad("node-only-at-the-edges", "client/src/joins.ts", "node:path"),
  bad("node-only-at-the-edges", "server/src/emulator/joins.ts", "node:path"),
  bad("node-only-at-the-edges", "server/src/main.browser.ts", "node:path"),
  bad("client-uses-only-what-it-may", "client/src/serves.ts", "../../server/src/lsp/thing.ts"),
  bad("client-uses-only-what-it-may", "client/src/runs.ts", "../../server/src/cli/thing.ts"),
  bad(
    "client-takes-types-of-the-language",
    "client/src/draws.ts",
    "../../server/src/language/graph/thing.ts",
  ),
  bad("client-takes-types-of-the-assistant", "client/src/assists.ts", "../../server/src/assistant/thing.ts"),
  bad("client-commands-are-apart", "client/src/commands/upload.ts", "./thing.ts"),
  bad("webview-takes-only-types", "client/webview/computes.ts", "../../server/src/language/graph/thing.ts"),
  bad("rules-are-apart", "server/src/language/diagnostics/rules/cycle.ts", "./thing.ts"),
  bad("protocol-is-apart", "server/src/protocol.ts", "./sync/thing.ts", "type"),
  bad("entry-points-are-ends", "server/src/emulator/starts.ts", "../main.node.ts"),
  bad("sources-know-no-tests", "server/src/sync/tested.ts", "../../../test/support/thing.ts"),
  bad("no-cycles", "server/src/project/and-round.ts", "./round.ts", "type"),
  bad("no-dead-code", "server/src/platform/forgotten.ts", "./thing.ts"),
  bad("no-unknown-imports", "server/src/platform/lost.ts", "./nowhere.ts"),
  { rule: "no-orphans", file: "server/src/platform/alone.ts", imports: "" },
];

/** Imports that look like violations and are none. */
export const ALLOWED_IMPORTS: readonly Omit<LayerPlant, "rule">[] = [
  { file: "server/src/language/features/good.ts", imports: "../syntax/thing.ts" },
  { file: "server/src/language/text/good.ts", imports: "../vocabulary.ts" },
  { file: "server/src/language/syntax/good.ts", imports: "chevrotain" },
  { file: "server/src/language/compile/good.ts", imports: "jsonc-parser" },
  { file: "server/src/lsp/good.ts", imports: "vscode-languageserver" },
  { file: "server/src/emulator/server.ts", imports: "node:http" },
  { file: "client/src/extension.node.ts", imports: "node:path" },
  { file: "server/src/layout-engine.browser.ts", imports: "elkjs/lib/elk-api.js" },
  { file: "server/src/main.node.ts", imports: "vscode-languageserver/node" },
  { file: "client/src/good.ts", imports: "../../server/src/sync/thing.ts" },
  {
    file: "client/src/preview/good.ts",
    imports: "../../../server/src/language/graph/thing.ts",
    asType: true,
  },
  { file: "client/src/assisted.ts", imports: "../../server/src/assistant/thing.ts", asType: true },
  { file: "server/src/assistant/good.ts", imports: "@modelcontextprotocol/sdk/types.js" },
  { file: "client/webview/good.ts", imports: "../../server/src/language/graph/thing.ts", asType: true },
];

/** The planted tree: every folder has a thing, and every allowed module is reached from an entry point. */
export function layerTree(): Readonly<Record<string, string>> {
  const folders = [...LAYERS.map(([, folder]) => `server/src/${folder}`), ...OTHER_FOLDERS];
  return Object.fromEntries([
    ...folders.map((folder) => [`${folder}/${THING}`, "export const thing = 1;\n"]),
    ["server/src/language/vocabulary.ts", "export const thing = 1;\n"],
    ...[...LAYER_PLANTS, ...ALLOWED_IMPORTS].map(({ file, imports, asType }) => [
      file,
      importing(imports, asType),
    ]),
    ["server/src/project/round.ts", importing("./and-round.ts", true)],
    ["scripts/uses.mts", ALLOWED_IMPORTS.map(({ file }) => `import "../${file}";\n`).join("")],
  ]) as Readonly<Record<string, string>>;
}

const OTHER_FOLDERS = [
  "client/src",
  "client/src/commands",
  "server/src/language/diagnostics/rules",
  "test/support",
] as const;

function importing(what: string, asType: true | undefined): string {
  if (what === "") return "export const alone = 1;\n";
  return asType
    ? `import type { thing } from "${what}";\nexport type It = typeof thing;\n`
    : `import "${what}";\n`;
}

function bad(rule: string, file: string, imports: string, how?: "type"): LayerPlant {
  return { rule, file, imports, ...(how ? { asType: true } : {}) };
}

/** A path from the root, as seen from a folder. */
function rooted(target: string, folder: string): string {
  return `${folder.replaceAll(/[^/]+/g, "..")}/${target.replace("server/src/../../", "")}`;
}
