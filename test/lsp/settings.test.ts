// Settings as an editor says them.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, settingsOf } from "../../server/src/lsp/settings.ts";
import { LAW } from "../support/generators.ts";

test("what nobody says is as package.json says", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: { configuration: { properties: Readonly<Record<string, { default: unknown }>> } };
  };
  const { properties } = manifest.contributes.configuration;
  const said = Object.entries(DEFAULT_SETTINGS).flatMap(([group, settings]) =>
    Object.entries(settings as Readonly<Record<string, unknown>>).map(([name, value]) => [
      `objectives.${group}.${name}`,
      value,
    ]),
  );
  expect(said).toEqual(said.map(([name]) => [name, properties[String(name)]?.default]));
});

test("whatever is said, every setting is a yes or a no", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (hints, lens) => {
      for (const said of [hints, { inlayHints: hints, codeLens: lens }]) {
        const { inlayHints, codeLens } = settingsOf(said);
        expect(Object.values({ ...inlayHints, ...codeLens }).map((it) => typeof it)).toEqual(
          Array(4).fill("boolean"),
        );
      }
    }),
    LAW,
  );
});
