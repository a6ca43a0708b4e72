// Bundles what ships into dist/: `node scripts/build.mts [--watch]`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build, context, type BuildOptions } from "esbuild";
import { thirdPartyNotices } from "./notices.mts";

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
  platform: "node",
  format: "cjs",
  // jsonc-parser's `main` loads its parts by a `require` that no bundler sees.
  mainFields: ["module", "main"],
  outExtension: { ".js": ".js" },
};

/** Bundles by what they are called; each has one source. */
interface Bundle extends BuildOptions {
  readonly entryPoints: Record<string, string>;
}

const bundles: readonly Bundle[] = [
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
  { ...common, platform: "browser", format: "iife", entryPoints: { webview: "client/webview/main.ts" } },
  { ...common, entryPoints: { webview: "client/webview/style.css" } },
];

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
if (process.argv.includes("--watch")) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const built = await Promise.all(bundles.map((bundle) => build({ ...bundle, metafile: true })));
  writeFileSync("dist/third-party-notices.txt", thirdPartyNotices(built.map(({ metafile }) => metafile)));
}
