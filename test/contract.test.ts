// docs/contract.md against the manifest and the code: the same names on both sides.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BUNDLES } from "../scripts/bundles.mts";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const page = readFileSync("docs/contract.md", "utf8");
const options = readFileSync("server/src/lsp/client/options.ts", "utf8");
const protocol = readFileSync("server/src/protocol.ts", "utf8");

/** The words in backquotes of a section, or of the whole page. */
function named(pattern: RegExp, heading?: string): readonly string[] {
  const section =
    heading === undefined ? page : (page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "");
  return [...section.matchAll(/`([^`]+)`/g)]
    .flatMap(([, word = ""]) => (pattern.test(word) ? [word] : []))
    .toSorted();
}

test("every command", () => {
  const settings = Object.keys(manifest.contributes.configuration.properties);
  const contributed = manifest.contributes.commands.map(({ command }) => command).toSorted();
  expect(named(/^objectives\.[a-zA-Z]+$/, "Extension").filter((name) => !settings.includes(name))).toEqual(
    contributed,
  );
});

test("every setting", () => {
  const settings = Object.keys(manifest.contributes.configuration.properties).toSorted();
  expect(named(/^objectives\.[a-zA-Z.]+$/, "Extension").filter((name) => settings.includes(name))).toEqual(
    settings,
  );
});

test("every bundle", () => {
  const shipped = BUNDLES.flatMap((bundle) =>
    Object.entries(bundle.entryPoints).map(
      ([name, source]) => `dist/${name}${source.endsWith(".css") ? ".css" : ".js"}`,
    ),
  );
  expect(named(/^dist\//, "Bundles")).toEqual(shipped.toSorted());
});

test("every request", () => {
  const requests = [...protocol.matchAll(/readonly "(objectives\/\w+)"/g)].map(([, name]) => name).toSorted();
  expect(named(/^objectives\/\w+$/, "Requests")).toEqual(requests);
});

test("every option of a client", () => {
  const read = [...options.matchAll(/\boption\("(\w+)"\)/g)].map(([, name]) => name).toSorted();
  const rows = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name).toSorted();
  expect(rows).toEqual(read);
});

test("every npm script", () => {
  expect(named(/^[a-z:]+$/, "npm scripts")).toEqual(Object.keys(manifest.scripts).toSorted());
});
