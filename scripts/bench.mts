// Bundles the benchmark as users get our code, minified into one file, and runs it: `npm run bench [-- --quick]`.
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

await build({
  entryPoints: ["bench/main.ts"],
  outfile: ".cache/bench/main.cjs",
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  mainFields: ["module", "main"],
  target: "es2024",
  logLevel: "warning",
});

const { status } = spawnSync(process.execPath, [".cache/bench/main.cjs", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
