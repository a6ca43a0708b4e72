// What ships, bundle by bundle: each by its name, with its one source and what it runs on.
import type { BuildOptions } from "esbuild";

/** What any program for Node is bundled with, be it for a user or for a test. */
export const FOR_NODE = {
  bundle: true,
  platform: "node",
  format: "cjs",
  // jsonc-parser's `main` loads its parts by a `require` that no bundler sees.
  mainFields: ["module", "main"],
  target: "es2023",
  logLevel: "warning",
} as const satisfies BuildOptions;

const common: BuildOptions = {
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  target: "es2023",
  logLevel: "warning",
  outdir: "dist",
};
const node: BuildOptions = {
  ...common,
  ...FOR_NODE,
  outExtension: { ".js": ".js" },
};

const browser: BuildOptions = {
  ...common,
  platform: "browser",
  format: "iife",
  mainFields: ["browser", "module", "main"],
};

/** Bundles by what they are called; each has one source. */
export interface Bundle extends BuildOptions {
  readonly entryPoints: Record<string, string>;
}

export const BUNDLES: readonly Bundle[] = [
  { ...node, external: ["vscode"], entryPoints: { "extension.node": "client/src/extension.node.ts" } },
  {
    ...node,
    entryPoints: {
      "server.node": "server/src/main.node.ts",
      "layout-worker.node": "server/src/layout-worker.node.ts",
    },
  },
  { ...node, banner: { js: "#!/usr/bin/env node" }, entryPoints: { cli: "server/src/cli/main.ts" } },
  { ...node, entryPoints: { assistant: "server/src/assistant/main.ts" } },
  // VS Code gives `vscode` by `require` in a web worker, too.
  {
    ...browser,
    format: "cjs",
    external: ["vscode"],
    entryPoints: { "extension.browser": "client/src/extension.browser.ts" },
  },
  {
    ...browser,
    entryPoints: {
      "server.browser": "server/src/main.browser.ts",
      "layout-worker.browser": "server/src/layout-worker.browser.ts",
    },
  },
  { ...browser, entryPoints: { webview: "client/webview/main.ts" } },
  { ...common, entryPoints: { webview: "client/webview/style.css" } },
];
