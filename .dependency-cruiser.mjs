// The layers: who may import whom. ARCHITECTURE.md says why; test/architecture.test.ts plants a violation of every rule.

/** The layers of the server in their order: each may import itself, those above it, and `vocabulary.ts`. */
const LAYERS = [
  "server/src/language/text",
  "server/src/language/syntax",
  "server/src/language/model",
  "server/src/language/diagnostics",
  "server/src/language/compile",
  "server/src/language/graph",
  "server/src/language/scenario",
  "server/src/language/features",
  "server/src/platform",
  "server/src/project",
  "server/src/sync",
  "server/src/emulator",
  "server/src/lsp",
  "server/src/cli",
  "server/src/assistant",
];

const VOCABULARY = "^server/src/language/vocabulary\\.ts$";
const PROTOCOL = "^server/src/protocol\\.ts$";
const LAYOUT_ENGINE = "^server/src/layout-engine\\.";

/** Where a program begins: bundled by scripts/build.mts or run by an npm script. */
const ENTRY_POINTS =
  "^(server/src/(main\\.|layout-worker\\.|(cli|assistant)/main\\.)|client/src/extension\\.(node|browser)\\.|client/webview/main\\.|scripts/|bench/)";

const OUR_SOURCES = "^(server|client)/";

/** @param {string} folder */
const inside = (folder) => `^${folder}/`;

/** @param {string} name */
const packageNamed = (name) => `(^|/)node_modules/${name}`;

/** @param {string} layer @param {number} index */
function layerRule(layer, index) {
  const allowed = LAYERS.slice(0, index + 1).map(inside);
  // Our own requests name shapes of the language, so only the layers that speak them come after.
  const protocol = layer.endsWith("/lsp") ? [PROTOCOL] : [];
  // Their entry points start the layout engine, as the language server's does.
  const engine = /\/(cli|assistant)$/.test(layer) ? [LAYOUT_ENGINE] : [];
  return {
    name: `layer-${layer.replace("server/src/", "").replace("/", "-")}`,
    comment: `${layer} imports only itself and the folders above it in ARCHITECTURE.md.`,
    severity: "error",
    from: { path: inside(layer) },
    to: { path: OUR_SOURCES, pathNot: [...allowed, VOCABULARY, ...protocol, ...engine] },
  };
}

const layerRules = LAYERS.map(layerRule);

const packageRules = [
  {
    name: "language-imports-no-package",
    comment: "The language knows nothing outside itself but Chevrotain (syntax) and jsonc-parser (compile).",
    severity: "error",
    from: { path: "^server/src/language/" },
    to: { path: packageNamed(""), pathNot: [packageNamed("chevrotain/"), packageNamed("jsonc-parser/")] },
  },
  {
    name: "chevrotain-only-in-syntax",
    comment: "The parser is a detail of language/syntax.",
    severity: "error",
    from: { path: OUR_SOURCES, pathNot: "^server/src/language/syntax/" },
    to: { path: packageNamed("chevrotain") },
  },
  {
    name: "jsonc-parser-not-in-the-language-but-compile",
    comment: "Within the language only compile reads JSON.",
    severity: "error",
    from: { path: "^server/src/language/", pathNot: "^server/src/language/compile/" },
    to: { path: packageNamed("jsonc-parser/") },
  },
  {
    name: "elkjs-only-in-the-layout-worker",
    comment:
      "The layout engine is large and loads only when a graph is asked for; the way to its worker is small.",
    severity: "error",
    from: { path: OUR_SOURCES, pathNot: "^server/src/layout-(worker|engine)\\." },
    to: { path: packageNamed("elkjs/") },
  },
  {
    name: "langium-only-in-the-benchmark",
    comment: "Langium is what we are measured against: nothing that ships is made of it.",
    severity: "error",
    from: { path: "^(server|client|scripts|test)/" },
    to: { path: packageNamed("langium/") },
  },
  {
    name: "protocol-library-only-in-lsp",
    comment: "lsp/ alone knows the Language Server Protocol; the entry points make its connections.",
    severity: "error",
    from: { path: OUR_SOURCES, pathNot: "^server/src/(lsp/|main\\.|cli/main\\.)" },
    to: { path: packageNamed("vscode-(languageserver|jsonrpc)") },
  },
  {
    name: "model-context-protocol-only-for-assistants",
    comment: "assistant/ alone knows the protocol of assistants and the shapes that it takes.",
    severity: "error",
    from: { path: OUR_SOURCES, pathNot: "^server/src/assistant/" },
    to: { path: packageNamed("(@modelcontextprotocol/|zod/)") },
  },
  {
    name: "vscode-only-in-the-client",
    comment: "client/src alone knows VS Code.",
    severity: "error",
    from: { path: "^(server|client/webview|scripts|bench|test)/", pathNot: "^test/vscode/" },
    to: { path: ["^vscode$", packageNamed("@types/vscode/"), packageNamed("vscode-languageclient/")] },
  },
  {
    name: "node-only-at-the-edges",
    comment: "What runs in a browser too knows no built-in of Node.",
    severity: "error",
    from: {
      path: OUR_SOURCES,
      pathNot:
        "^(server/src/(cli/|assistant/|emulator/(server|node-files|node-world)\\.ts$|project/node-file-(reader|system)\\.ts$|[a-z-]+\\.node\\.ts$)|client/src/extension\\.node\\.ts$)",
    },
    to: { dependencyTypes: ["core"] },
  },
];

const clientRules = [
  {
    name: "client-uses-only-what-it-may",
    comment: "The client asks the language server; of the server's code it uses what uploading needs.",
    severity: "error",
    from: { path: "^client/src/" },
    to: {
      path: "^server/",
      pathNot: ["^server/src/(project|platform|sync|emulator|language|assistant)/", PROTOCOL, LAYOUT_ENGINE],
    },
  },
  {
    name: "client-takes-types-of-the-language",
    comment:
      "No parsing, no graph, no features in the client: only types, and the pure functions that sync works with.",
    severity: "error",
    from: { path: "^client/src/" },
    to: {
      path: "^server/src/language/",
      pathNot: ["^server/src/language/(text|compile|diagnostics)/", VOCABULARY],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "client-takes-types-of-the-assistant",
    comment: "The tools are a bundle of their own, loaded when an assistant calls one.",
    severity: "error",
    from: { path: "^client/src/" },
    to: { path: "^server/src/assistant/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "client-commands-are-apart",
    comment: "One command a module; what two commands share stands beside the folder.",
    severity: "error",
    from: { path: "^client/src/commands/([^/]+)\\.ts$" },
    to: { path: "^client/src/commands/", pathNot: "^client/src/commands/$1\\.ts$" },
  },
  {
    name: "webview-takes-only-types",
    comment: "The webview moves one picture; it computes nothing that the server or the client computes.",
    severity: "error",
    from: { path: "^client/webview/" },
    to: { path: "^(server|client/src)/", dependencyTypesNot: ["type-only"] },
  },
];

const houseRules = [
  {
    name: "rules-are-apart",
    comment: "One finding a module; what two rules share stands beside the folder.",
    severity: "error",
    from: { path: "^server/src/language/diagnostics/rules/([^/]+)\\.ts$" },
    to: {
      path: "^server/src/language/diagnostics/rules/",
      pathNot: "^server/src/language/diagnostics/rules/$1\\.ts$",
    },
  },
  {
    name: "protocol-is-apart",
    comment:
      "protocol.ts holds names and shapes: it takes types of the language and of files, and nothing else.",
    severity: "error",
    from: { path: PROTOCOL },
    to: { pathNot: "^server/src/(language/|project/file-system\\.ts$)" },
  },
  {
    name: "entry-points-are-ends",
    comment: "Entry points have nothing in them that another module could want.",
    severity: "error",
    from: { path: OUR_SOURCES },
    to: { path: ENTRY_POINTS },
  },
  {
    name: "sources-know-no-tests",
    comment: "What ships imports nothing that does not.",
    severity: "error",
    from: { path: OUR_SOURCES },
    to: { path: "^(test|scripts|bench|docs|examples)/" },
  },
  {
    name: "no-cycles",
    comment: "No import cycle, type imports included: every folder can be lifted out.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-dead-code",
    comment: "Every module is reached from an entry point.",
    severity: "error",
    from: { path: ENTRY_POINTS },
    to: { path: OUR_SOURCES, pathNot: ENTRY_POINTS, reachable: false },
  },
  {
    name: "no-orphans",
    comment: "Every module is used or uses something.",
    severity: "error",
    from: { orphan: true, path: "^(server|client|test/support|scripts|bench)/", pathNot: ENTRY_POINTS },
    to: {},
  },
  {
    name: "no-unknown-imports",
    comment: "Every import leads somewhere; `vscode` is given by the editor.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true, pathNot: "^vscode$" },
  },
];

export default {
  forbidden: [...layerRules, ...packageRules, ...clientRules, ...houseRules],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
