// The view Objectives inside a real VS Code: its rows, made of what the real server answers in the same process.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Extension } from "../../../client/src/extension.ts";
import type { Row } from "../../../client/src/sets-view/rows.ts";
import { setsTree, type SetsTree } from "../../../client/src/sets-view/tree.ts";
import type { UploadState } from "../../../server/src/sync/upload-state.ts";
import { memoryFileSystem } from "../../project/memory-file-system.ts";
import { lspPair, type LspPair } from "../../support/lsp-pair.ts";
import { closeEverything, extension } from "../support.ts";

const MAIN = `objectives "Main for \${who}"
param who = "us"
objective greet {
  prompt "Greet."
  -> see when "They have a card"
  -> close otherwise
}
objective see { prompt "See it." modality visual -> close -> gone }
objective close { prompt "Close." confirm manual }
`;

const FILES = { "/flows/main.objectives": MAIN, "/flows/other.objectives": "objectives\n" };

suite("The view of the sets", () => {
  let pair: LspPair;
  let tree: SetsTree;
  let state: UploadState = "never uploaded";

  setup(async () => {
    state = "never uploaded";
    pair = await lspPair({}, { files: memoryFileSystem(FILES), folder: "file:///flows" });
    while ((await pair.ask("objectives/sets", {})).length < 2) await pair.setsChanged();
    tree = setsTree(extensionOver(pair, () => state));
  });
  teardown(async () => {
    tree.dispose();
    await pair.end();
    await closeEverything();
  });

  test("shows every set by its name, else by its file", async () => {
    assert.deepEqual(await lines(undefined), [
      "Main for ${who} main.objectives [set never uploaded]",
      "other.objectives other.objectives [set never uploaded]",
    ]);
  });

  test("says how a set stands at its target", async () => {
    for (const [now, words] of [
      ["uploaded", "uploaded"],
      ["changed since", "changed since the upload"],
    ] as const) {
      state = now;
      const [main] = await lines(undefined);
      assert.equal(main, `Main for \${who} ${words} · main.objectives [set ${now}]`);
    }
  });

  test("shows the flow below a set, with conditions, and where it comes together again", async () => {
    const [main] = await rows(undefined);
    const [greet] = await rows(main);
    const [see] = await rows(greet);
    assert.deepEqual(await lines(main), ["greet  [objective]"]);
    assert.deepEqual(await lines(greet), ["see They have a card [objective]", "close otherwise [again]"]);
    assert.deepEqual(await lines(see), ["close  [objective]", "gone  [missing]"]);
  });

  test("every kind of row has a picture of its own, and is spoken in words", async () => {
    const [main] = await rows(undefined);
    const [greet] = await rows(main);
    const [see, again] = await rows(greet);
    const [close, gone] = await rows(see);
    const shown = await Promise.all([greet, see, again, close, gone].map((row) => itemOf(row)));
    const icons = shown.map(({ iconPath }) => iconPath instanceof vscode.ThemeIcon && iconPath.id);
    assert.deepEqual(icons, ["play-circle", "eye", "reply", "person", "question"]);
    assert.deepEqual(
      shown.map(({ accessibilityInformation }) => accessibilityInformation?.label),
      [
        "greet, the start",
        "see, visual, They have a card, 1 error",
        "close, shown above, otherwise",
        "close, an end, confirmed by the participant",
        "gone, there is no such objective",
      ],
    );
  });

  test("leads from where an objective is met again to where it hangs", async () => {
    const [main] = await rows(undefined);
    const [greet] = await rows(main);
    const [, again] = await rows(greet);
    assert.ok(again);
    const first = await tree.find({ uri: again.uri.toString(), node: "close" });
    assert.ok(first);
    assert.deepEqual(await wayTo(first), ["Main for ${who}", "greet", "see", "close"]);
    const [see] = await rows(greet);
    const [hanging] = await rows(see);
    assert.equal((await itemOf(first)).id, (await itemOf(hanging)).id);
  });

  test("tells what there is to know only once it is asked", async () => {
    const [main] = await rows(undefined);
    const [greet] = await rows(main);
    const item = await itemOf(greet);
    assert.equal(item.tooltip, undefined);
    const token = new vscode.CancellationTokenSource().token;
    const resolved = greet && (await tree.resolveTreeItem?.(item, greet, token));
    assert.match(resolved?.tooltip instanceof vscode.MarkdownString ? resolved.tooltip.value : "", /Greet/);
  });

  async function rows(parent: Row | undefined): Promise<readonly Row[]> {
    return (await tree.getChildren(parent)) ?? [];
  }

  async function itemOf(row: Row | undefined): Promise<vscode.TreeItem> {
    assert.ok(row, "there is no such row");
    return tree.getTreeItem(row);
  }

  async function lines(parent: Row | undefined): Promise<readonly string[]> {
    const items = await Promise.all((await rows(parent)).map(itemOf));
    return items.map(
      ({ label, description, contextValue }) =>
        `${String(label)} ${String(description)} [${contextValue ?? ""}]`,
    );
  }

  async function wayTo(row: Row): Promise<readonly string[]> {
    const above = await tree.getParent?.(row);
    const { label } = await itemOf(row);
    return [...(above ? await wayTo(above) : []), String(label)];
  }
});

/** As much of the extension as the tree works with, over a server in this process. */
function extensionOver(pair: LspPair, state: () => UploadState): Extension {
  const nothing = new vscode.EventEmitter<vscode.Uri | undefined>();
  const context = { extensionUri: extension().extensionUri };
  const client = {
    sendRequest: pair.client.sendRequest.bind(pair.client),
    sendNotification: pair.client.sendNotification.bind(pair.client),
    code2ProtocolConverter: { asUri: String },
  };
  const sets = { all: () => pair.ask("objectives/sets", {}), onDidChange: nothing.event };
  const uploads = { of: async () => ({ target: "local", state: state() }), onDidChange: nothing.event };
  const world = { files: memoryFileSystem({}) };
  return { context, client, sets, uploads, world } as unknown as Extension;
}
