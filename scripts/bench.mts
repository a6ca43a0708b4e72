// Bundles the benchmark as users get our code, minified into one file, and runs it: `npm run bench [-- --quick]`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import { FOR_NODE } from "./bundles.mts";

const bundled = { ...FOR_NODE, minify: true, legalComments: "none" } as const satisfies BuildOptions;

await build({ ...bundled, entryPoints: ["bench/main.ts"], outfile: ".cache/bench/main.cjs" });
await build({ ...bundled, entryPoints: ["server/src/main.node.ts"], outfile: ".cache/bench/server.cjs" });
const bytes = gzipSync(readFileSync(".cache/bench/server.cjs")).length;

const { status } = spawnSync(
  process.execPath,
  [".cache/bench/main.cjs", `--server-bundle=${bytes}`, ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exitCode = status ?? 1;
