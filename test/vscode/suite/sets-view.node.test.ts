// The view Objectives inside a real VS Code: its rows, made of what the real server answers in the same process.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CodeLens } from "vscode-languageserver-protocol";
import type { Extension } from "../../../client/src/extension.ts";
import type { Row } from "../../../client/src/sets-view/rows.ts";
import type { LastUploads } from "../../../client/src/last-uploads.ts";
import { followSets } from "../../../client/src/sets.ts";
import { setsTree, type SetsTree } from "../../../client/src/sets-view/tree.ts";
import { stateSentence } from "../../../client/src/status.ts";
import { followUploadStates, type UploadStates } from "../../../client/src/upload-states.ts";
import type { TargetUpload } from "../../../server/src/protocol.ts";
import { memoryFileSystem } from "../../project/memory-file-system.ts";
import { lspPair, type LspPair } from "../../support/lsp-pair.ts";
import { NEVER_UPLOADED, uploadedNow } from "../../support/uploads.ts";
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
  let uploads: KnownUploads;
  let states: UploadStates;
  let version = 1;

  setup(async () => {
    uploads = knownUploads();
    const initializationOptions = { uploads: "told" };
    const files = memoryFileSystem(FILES);
    pair = await lspPair({}, { files, folder: "file:///flows", initializationOptions });
    while ((await pair.ask("objectives/sets", {})).length < 2) await pair.setsChanged();
    const extension = extensionOver(pair, uploads);
    states = extension.uploads;
    version = 1;
    tree = setsTree(extension);
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
    uploads.say({ ...NEVER_UPLOADED, isThere: true });
    const [main] = await lines(undefined);
    assert.equal(main, "Main for ${who} uploaded, but unclear which version · main.objectives [set unclear]");
  });

  test("says the same of it as the lens and the status bar, with every change that is not saved", async () => {
    const uri = "file:///flows/main.objectives";
    await pair.open(MAIN, uri);
    const seen: (string | undefined)[] = [await sameEverywhere(uri)];
    uploads.say(await uploadedNow(pair, uri));
    seen.push(await sameEverywhere(uri));
    await edit(uri, MAIN.replace("Close.", "Closed."));
    seen.push(await sameEverywhere(uri));
    await edit(uri, `${MAIN}// a comment\n`);
    seen.push(await sameEverywhere(uri));
    assert.deepEqual(seen, [
      "Never uploaded to tavus",
      "As uploaded to tavus",
      "Changed since the upload to tavus",
      "As uploaded to tavus",
    ]);
  });

  async function edit(uri: string, text: string): Promise<void> {
    version += 1;
    const told = new Promise<void>((resolve) => {
      const listening = states.onDidChange(() => {
        listening.dispose();
        resolve();
      });
    });
    await pair.client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    await told;
  }

  /** What all three say of the set. */
  async function sameEverywhere(uri: string): Promise<string | undefined> {
    const [main] = await rows(undefined);
    const { tooltip } = await itemOf(main);
    const inTree = tooltip instanceof vscode.MarkdownString ? tooltip.value.split("\n\n").at(-1) : undefined;
    const inStatusBar = stateSentence(await states.of(vscode.Uri.parse(uri)));
    const inLens = await lensWords(uri);
    assert.deepEqual([inTree?.replaceAll("&nbsp;", " "), inStatusBar], [inLens, inLens]);
    return inLens;
  }

  async function lensWords(uri: string): Promise<string | undefined> {
    const found = await pair.client.sendRequest<CodeLens[]>("textDocument/codeLens", {
      textDocument: { uri },
    });
    const lens = found.find(({ data }) => (data as { readonly kind: string }).kind === "upload");
    const resolved = lens && (await pair.client.sendRequest<CodeLens>("codeLens/resolve", lens));
    return resolved?.command?.title;
  }

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

interface KnownUploads extends LastUploads {
  readonly say: (of: TargetUpload) => void;
}

/** What was uploaded of every set, as the test has it. */
function knownUploads(): KnownUploads {
  const changed = new vscode.EventEmitter<void>();
  let said = NEVER_UPLOADED;
  return {
    of: async () => said,
    onDidChange: changed.event,
    say: (it) => {
      said = it;
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}

/** As much of the extension as the tree works with, over a server in this process. */
function extensionOver(pair: LspPair, known: KnownUploads): Extension {
  const context = { extensionUri: extension().extensionUri };
  const client = {
    sendRequest: pair.client.sendRequest.bind(pair.client),
    sendNotification: pair.client.sendNotification.bind(pair.client),
    onRequest: pair.client.onRequest.bind(pair.client),
    onNotification: pair.client.onNotification.bind(pair.client),
    onDidChangeState: new vscode.EventEmitter<unknown>().event,
    code2ProtocolConverter: { asUri: String },
  };
  const sets = followSets(client as unknown as BaseLanguageClient);
  const uploads = followUploadStates(client as unknown as BaseLanguageClient, sets, known);
  const world = { files: memoryFileSystem({}) };
  return { context, client, sets, uploads, world } as unknown as Extension;
}
