// What the extension adds to VS Code's own: keys that are free, pages that open, languages that are spoken.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEverything, extension, tabOpened, workspaceFile } from "../support.ts";

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

suite("Contributions", () => {
  teardown(closeEverything);

  test("keys take nobody else's", async () => {
    const defaults = await defaultKeybindings();
    assert.ok(defaults.length > 500);
    const { keybindings } = (extension().packageJSON as Manifest).contributes;
    const taken = keybindings.flatMap(({ key }) =>
      defaults.filter((it) => it.key === key && !isElsewhere(it)),
    );
    assert.deepEqual(taken, []);
    assert.ok(
      defaults.some(({ key }) => key === "ctrl+k v"),
      "Markdown's own key is seen here",
    );
  });

  test("the walkthrough opens, and every command that it and the welcome name is there", async () => {
    await extension().activate();
    await vscode.commands.executeCommand("objectives.openWalkthrough");
    await tabOpened(({ input }) => !(input instanceof vscode.TabInputText));
    const known = new Set(await vscode.commands.getCommands(false));
    const { walkthroughs, viewsWelcome } = (extension().packageJSON as Manifest).contributes;
    const words = [...viewsWelcome.map(({ contents }) => contents), ...walkthroughs.flatMap(stepWords)];
    const named = words.flatMap((text) => [...text.matchAll(/command:([\w.]+)/g)].map(([, id = ""]) => id));
    assert.ok(named.length > 8);
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  test("words are those of VS Code's language", async () => {
    const { displayName, contributes } = extension().packageJSON as Manifest;
    const isSpanish = vscode.env.language.startsWith("es");
    assert.equal(displayName, isSpanish ? "Objetivos para Tavus" : "Objectives for Tavus");
    const upload = contributes.commands.find(({ command }) => command === "objectives.upload");
    assert.equal(upload?.title, isSpanish ? "Subir" : "Upload");
    await vscode.window.showTextDocument(workspaceFile("dental-intake.objectives"));
    const label = isSpanish ? "Flujo de" : "Flow of";
    const preview = tabOpened((tab) => tab.label.startsWith(label));
    await vscode.commands.executeCommand("objectives.previewGraph");
    await preview;
  });
});

/** Where the language is another one, ours is not: a key of Markdown's is free in a set. */
function isElsewhere({ when = "" }: Keybinding): boolean {
  return /editorLangId == (?!objectives)|notebook|activeWebviewPanelId|resourceLangId/.test(when);
}

async function defaultKeybindings(): Promise<readonly Keybinding[]> {
  const uri = vscode.Uri.parse("vscode://defaultsettings/keybindings.json");
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  // One object a line or more, below comments; those that are free to be bound stand commented out.
  const objects = text.match(/\{[^{}]*"key"[^{}]*\}/g) ?? [];
  return objects.map((object) => JSON.parse(object) as Keybinding);
}

function stepWords({ steps }: Walkthrough): readonly string[] {
  return steps.map(({ description }) => description);
}

interface Walkthrough {
  readonly steps: readonly { readonly description: string }[];
}

interface Manifest {
  readonly displayName: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly Keybinding[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
  };
}
