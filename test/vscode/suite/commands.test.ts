// The commands inside a real VS Code, as far as they need nobody to answer: compiling, importing, uploading.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEverything, diagnosticsOf, extension, freshFolder, settled, write } from "../support.ts";

const SET = `objectives "Trial"

objective greet {
  prompt "Greet the caller."
  -> goodbye
}

objective goodbye { prompt "Say goodbye." }
`;

/** A project of its own, whose target `local` needs no asking. */
const PROJECT = { version: 1, defaultTarget: "local", targets: { local: { confirm: "never" } } };

suite("Commands", () => {
  let folder: vscode.Uri;
  let file: vscode.Uri;

  setup(async () => {
    await extension().activate();
    folder = freshFolder();
    file = vscode.Uri.joinPath(folder, "trial.objectives");
    await write(vscode.Uri.joinPath(folder, "objectives.json"), JSON.stringify(PROJECT));
    await write(file, SET);
  });
  teardown(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test("compiling writes the JSON beside the text", async () => {
    await vscode.commands.executeCommand("objectives.compile", file);
    const json = await read(vscode.Uri.joinPath(folder, "trial.compiled.json"));
    assert.deepEqual(namesIn(json), ["greet", "goodbye"]);
  });

  test("the compiled JSON opens beside the text, and importing it gives the text back", async () => {
    await vscode.commands.executeCommand("objectives.compile", file);
    const compiled = vscode.Uri.joinPath(folder, "trial.compiled.json");
    await vscode.commands.executeCommand("objectives.importJson", compiled);
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(),
      SET.replace(" { prompt", " {\n  prompt").replace('bye." }', 'bye."\n}'),
    );
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("objectives.openCompiled", file);
    const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith("/trial.compiled.json"));
    assert.deepEqual(namesIn(shown?.getText() ?? ""), ["greet", "goodbye"]);
  });

  test("uploading keeps the set's id, and a change is uploaded to the same set", async () => {
    await vscode.commands.executeCommand("objectives.upload", file);
    const first = await heldByEmulator();
    assert.equal(first.length, 1);

    await write(file, SET.replace("Greet the caller.", "Greet the caller by name."));
    await fileShows("by name");
    await vscode.commands.executeCommand("objectives.upload", file);
    const second = await heldByEmulator();
    assert.deepEqual(
      second.map(({ id }) => id),
      first.map(({ id }) => id),
    );
    assert.match(JSON.stringify(second), /by name/);
  });

  test("a change on the platform comes into the text, and the rest of it stays", async () => {
    await write(file, SET.replace('caller."', 'caller."   // kindly'));
    await fileShows("kindly");
    await vscode.commands.executeCommand("objectives.upload", file);
    const state = vscode.Uri.joinPath(folder, ".objectives", "emulator.json");
    await write(state, (await read(state)).replace("Greet the caller.", "Welcome the caller."));
    await vscode.commands.executeCommand("objectives.pull", file);
    const expected = SET.replace('Greet the caller."', 'Welcome the caller."   // kindly');
    assert.equal(await read(file), expected);
    await vscode.commands.executeCommand("objectives.upload", file);
    assert.match(JSON.stringify(await heldByEmulator()), /Welcome/);
  });

  test("a set with an error is not uploaded, and Problems says why", async () => {
    await write(file, SET.replace("-> goodbye", "-> godbye"));
    await fileShows("godbye");
    await vscode.commands.executeCommand("objectives.upload", file);
    const kept = vscode.Uri.joinPath(folder, ".objectives");
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.joinPath(kept, "lock.json")));
  });

  test("a finding matters as objectives.json says, also after it is changed", async () => {
    await write(file, SET.replace("-> goodbye", "-> godbye"));
    const document = await vscode.workspace.openTextDocument(file);
    await fileShows("godbye");
    const severities = (): readonly vscode.DiagnosticSeverity[] =>
      vscode.languages.getDiagnostics(document.uri).map(({ severity }) => severity);
    await diagnosticsOf(document, () => severities().includes(vscode.DiagnosticSeverity.Error));
    const rules = { "unknown-objective": "warning" };
    await write(vscode.Uri.joinPath(folder, "objectives.json"), JSON.stringify({ ...PROJECT, rules }));
    await diagnosticsOf(
      document,
      () => severities().length > 0 && severities().every((it) => it === vscode.DiagnosticSeverity.Warning),
    );
  });

  /** A document that is open follows its file a moment later. */
  async function fileShows(text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(file);
    await settled(
      () => "the file's new text",
      () => document.getText().includes(text),
      vscode.workspace.onDidChangeTextDocument,
    );
  }

  async function heldByEmulator(): Promise<readonly { readonly id: string }[]> {
    const state = await read(vscode.Uri.joinPath(folder, ".objectives", "emulator.json"));
    return (JSON.parse(state) as { sets: { id: string }[] }).sets;
  }
});

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function namesIn(json: string): readonly string[] {
  const { data } = JSON.parse(json) as { data: { objective_name: string }[] };
  return data.map((it) => it.objective_name);
}
