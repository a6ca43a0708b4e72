// Runs the laws long: `npm run test:laws`. OBJECTIVES_RUNS says how often each is tried, OBJECTIVES_SEED where chance begins.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

/** A law is whatever is tried as often as the tests' own constant says. */
const laws = globSync("test/**/*.test.ts").filter((file) => /\bLAW\b/.test(readFileSync(file, "utf8")));

const runs = process.env["OBJECTIVES_RUNS"] ?? "1500";
const wish = process.env["OBJECTIVES_SEED"];
const seed = wish === "random" ? String(Math.floor(Math.random() * 2 ** 31)) : wish;

console.log(
  `${laws.length} files with laws, each law tried ${runs} times, seed ${seed ?? "as in npm test"}.`,
);
console.log("A law that fails names the seed and the path of its counterexample: keep it as a test.");
const env = {
  ...process.env,
  OBJECTIVES_RUNS: runs,
  ...(seed === undefined ? {} : { OBJECTIVES_SEED: seed }),
};
const { status } = spawnSync("vitest", ["run", ...laws.toSorted()], {
  stdio: "inherit",
  env,
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
