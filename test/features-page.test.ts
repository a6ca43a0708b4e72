// docs/features.md against what the server announces, the protocol's library and the manifest: the same on every side.
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { requestsOf } from "./support/advertised.ts";
import { startSession } from "./support/session.ts";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const words = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
const page = readFileSync("docs/features.md", "utf8");

/** The rows of the table below a heading, each as its cells without blanks around them. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const section = page.split(`${heading}\n`)[1]?.split("\n#")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function namesIn(cell = ""): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

describe("what can be asked", () => {
  const rows = tableBelow("# What an editor can ask");

  test("is what the server announces to a client that can show everything, and our own requests", async () => {
    const { pair } = await startSession();
    const answered = requestsOf(pair.initialized.capabilities).map(({ method }) => method);
    expect(rows.flatMap(([, , asked]) => namesIn(asked)).toSorted()).toEqual(answered.toSorted());
    await pair.end();
  });

  test.each(rows.map(([feature = "", , asked, since = ""]) => ({ feature, asked, since })))(
    "says since when: $feature",
    ({ asked, since }) => {
      for (const method of namesIn(asked)) {
        if (method.startsWith("objectives/")) expect(since).toBe("own");
        else expect([method, since]).toEqual([method, sinceOf(method) ?? since]);
      }
    },
  );
});

/** As the protocol's library says it of the whole request; undefined where it is silent, as of what is older than 3.16. */
function sinceOf(method: string): string | undefined {
  const declaration = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s*export declare namespace \w+ \{\s*const method: '${method}'`,
  );
  const [, comment = ""] = declaration.exec(libraryText) ?? [];
  return /@since (\d+\.\d+)(?:\.\d+)?\s*(?:\*|$)/.exec(comment)?.[1];
}

const libraryText = globSync("node_modules/vscode-languageserver-protocol/lib/common/protocol*.d.ts")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("the protocol's library does say since when", () => {
  expect([sinceOf("textDocument/inlayHint"), sinceOf("textDocument/rangesFormatting")]).toEqual([
    "3.17",
    "3.18",
  ]);
});

/** How the page calls the menus. */
const MENUS = {
  "editor/title": "title",
  "editor/title/context": "tab",
  "editor/context": "text",
  "explorer/context": "explorer",
  "view/title": "view",
  "view/item/context": "row",
} as const;

test("every menu has its word", () => {
  const menus = Object.keys(contributes.menus).filter((menu) => menu !== "commandPalette");
  expect(menus.toSorted()).toEqual(Object.keys(MENUS).toSorted());
});

test("every command has its line, with its title, key and menus", () => {
  const { commands, keybindings, menus } = contributes;
  const expected = commands.map(({ command, title }) => [
    `\`${command}\``,
    words[title.replaceAll("%", "")],
    keybindings.flatMap((it) => (it.command === command ? [spelled(it.key)] : [])).join(", "),
    Object.entries(MENUS)
      .flatMap(([menu, word]) => (menus[menu]?.some((it) => it.command === command) ? [word] : []))
      .join(", "),
  ]);
  expect(tableBelow("## Commands of VS Code")).toEqual(expected);
});

function spelled(key: string): string {
  return key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

test("every setting has its line, with what holds without it", () => {
  const settings = Object.entries(contributes.configuration.properties);
  expect(tableBelow("## Settings of VS Code").map(([name, usual]) => [name, usual])).toEqual(
    settings.map(([name, { default: usual }]) => [`\`${name}\``, `\`${JSON.stringify(usual)}\``]),
  );
});

test("the README leads to it", () => {
  expect(readFileSync("README.md", "utf8")).toContain("(docs/features.md)");
});
