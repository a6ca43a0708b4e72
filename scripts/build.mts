// Bundles what ships into dist/: `node scripts/build.mts [--watch]`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build, context } from "esbuild";
import { BUNDLES } from "./bundles.mts";
import { thirdPartyNotices } from "./notices.mts";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
if (process.argv.includes("--watch")) {
  for (const bundle of BUNDLES) await (await context(bundle)).watch();
} else {
  const built = await Promise.all(BUNDLES.map((bundle) => build({ ...bundle, metafile: true })));
  writeFileSync("dist/third-party-notices.txt", thirdPartyNotices(built.map(({ metafile }) => metafile)));
}
