// The version that the command line prints is the package's.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkCli, stage } from "./stage.ts";

test("is the package's", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await checkCli(stage({}), "--version")).toBe(`${version}\n=> 0`);
});
