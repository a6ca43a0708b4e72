// Runs the laws long: `npm run test:laws`, with OBJECTIVES_RUNS for how often each is tried.
import { spawnSync } from "node:child_process";

const LAWS = ["laws", "round-trip", "format", "normalise", "plan", "json", "patch", "keys", "layout"];

const env = { OBJECTIVES_RUNS: "2000", ...process.env };
const { status } = spawnSync("vitest", ["run", ...LAWS], {
  stdio: "inherit",
  env,
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
