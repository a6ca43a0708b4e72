// The language inside a real VS Code: fixes, renaming, layout as one types, sets of several files, compiled JSON.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeEverything,
  diagnosticsOf,
  extension,
  freshFolder,
  openText,
  range,
  settled,
  write,
} from "../support.ts";

/** Titles differ from test to test: sets of one title are told of each other. */
const mainText = (title: string): string => `objectives "${title}"

include "./closing.objectives"

objective greet {
  prompt "Greet the caller."
  -> goodbye
}
`;
const CLOSING = `objective goodbye { prompt "Say goodbye." }
`;

suite("Mending", () => {
  teardown(closeEverything);

  /** Each test has a variable of its own: an unsaved text may get the name of one that was just closed. */
  const twice = (variable: string): string => `objectives "Mending"

objective greet {
  prompt "Ask the caller how they are."
  collect ${variable}, ${variable}
}
`;
  const once = (variable: string): string => twice(variable).replace(`${variable}, `, "");

  async function openTwice(variable: string) {
    const { document } = await openText(twice(variable));
    const [finding] = await diagnosticsOf(document, (found) =>
      found.some(({ message }) => message.includes(`'${variable}'`)),
    );
    assert.ok(finding);
    return { document, finding };
  }

  test("a fix removes the finding that it is offered for", async () => {
    const { document, finding } = await openTwice("mood");
    const actions = await actionsAt(document, finding.range, vscode.CodeActionKind.QuickFix);
    const fix = actions.find(({ title }) => title === "Remove the second 'mood'");
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(", "));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await diagnosticsOf(document, (found) => found.length === 0);
    assert.equal(document.getText(), once("mood"));
  });

  test("a finding leads to a page that is there", async () => {
    const { finding } = await openTwice("temper");
    assert.ok(typeof finding.code === "object");
    const page = await vscode.workspace.openTextDocument(finding.code.target);
    assert.match(page.getText(), /duplicate-variable/);
  });
});

suite("Writing", () => {
  teardown(closeEverything);

  test("a brace lays out what it closes", async () => {
    const { document } = await openText('objectives "S"\n\nobjective a {\n      prompt   "Ask."\n$0');
    await vscode.commands.executeCommand("type", { text: "}" });
    await reads(document, 'objectives "S"\n\nobjective a {\n  prompt "Ask."\n}');
  });

  test("a range is laid out, and nothing else", async () => {
    const loose = 'objectives "S"\n\nobjective a   { prompt "Ask." }\n\nobjective b   { prompt "Ask." }\n';
    const { document } = await openText(loose);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatRangeProvider",
      document.uri,
      range(document, "objective b", "objective b"),
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), loose.replace("objective b   {", "objective b {"));
  });
});

suite("Sets of several files", () => {
  let folder: vscode.Uri;
  let main: vscode.Uri;
  let closing: vscode.Uri;
  let text: string;

  setup(async () => {
    await extension().activate();
    folder = freshFolder();
    main = vscode.Uri.joinPath(folder, "main.objectives");
    closing = vscode.Uri.joinPath(folder, "closing.objectives");
    text = mainText(folder.path);
    await write(main, text);
    await write(closing, CLOSING);
  });
  teardown(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test("what needs no thinking is done at once", async () => {
    await write(main, text.replace("-> goodbye", "collect mood, mood\n  -> goodbye"));
    const document = await vscode.workspace.openTextDocument(main);
    await diagnosticsOf(document, (found) => found.some(({ message }) => message.includes("'mood'")));
    const everywhere = new vscode.Range(0, 0, document.lineCount, 0);
    const [all] = await actionsAt(document, everywhere, vscode.CodeActionKind.SourceFixAll);
    assert.ok(all?.edit, "nothing is offered");
    assert.ok(await vscode.workspace.applyEdit(all.edit));
    assert.equal(document.getText(), text.replace("-> goodbye", "collect mood\n  -> goodbye"));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("a fragment that is edited changes what is found in the set", async () => {
    const set = await vscode.workspace.openTextDocument(main);
    await diagnosticsOf(set, (found) => found.length === 0);
    const fragment = await vscode.workspace.openTextDocument(closing);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(closing, range(fragment, "goodbye", "objective"), "farewell");
    assert.ok(await vscode.workspace.applyEdit(edit));
    const [finding] = await diagnosticsOf(set, (found) => found.length > 0);
    assert.match(finding?.message ?? "", /'goodbye'/);
    await vscode.window.showTextDocument(fragment);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("findings of a file that nobody has opened are shown, until it is mended or gone", async () => {
    const wrong = vscode.Uri.joinPath(folder, "wrong.objectives");
    const messages = (): readonly string[] =>
      vscode.languages.getDiagnostics(wrong).map(({ message }) => message);
    const shown = (isSo: () => boolean): Promise<void> =>
      settled(
        () => `other findings than ${messages().join()}`,
        isSo,
        vscode.languages.onDidChangeDiagnostics,
      );
    await write(wrong, text.replace("-> goodbye", "-> godbye"));
    await shown(() => messages().some((it) => it.includes("'godbye'")));
    await write(wrong, text.replace("-> goodbye", "-> goodnight"));
    await shown(() => messages().some((it) => it.includes("'goodnight'")));
    await vscode.workspace.fs.delete(wrong);
    await shown(() => messages().length === 0);
  });

  test("findings of a text whose editor is closed unsaved are those of its file again", async () => {
    const editor = await vscode.window.showTextDocument(main);
    const target = range(editor.document, "goodbye", "-> ");
    await editor.edit((edit) => edit.replace(target, "nowhere"));
    await diagnosticsOf(editor.document, (found) =>
      found.some(({ message }) => message.includes("'nowhere'")),
    );
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await settled(
      () => "no findings",
      () => vscode.languages.getDiagnostics(main).length === 0,
      vscode.languages.onDidChangeDiagnostics,
    );
  });

  test("the compiled JSON follows the text, leads to it, and stays while the text says no one set", async () => {
    await vscode.commands.executeCommand("objectives.openCompiled", main);
    const compiled = vscode.workspace.textDocuments.find(({ uri }) => uri.query === main.toString());
    assert.ok(compiled);
    assert.match(compiled.getText(), /Say goodbye\./);
    const fragment = await vscode.workspace.openTextDocument(closing);
    const change = async (old: string, now: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(closing, range(fragment, old, "prompt"), now);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await change('goodbye."', "farewell.");
    await change("farewell.", 'farewell."');
    await settled(
      () => `another text than ${compiled.getText()}`,
      () => compiled.getText().includes("Say farewell."),
      vscode.workspace.onDidChangeTextDocument,
    );
    const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      compiled.uri,
      range(compiled, "Say farewell.", "data").start,
    );
    assert.equal(place?.uri.toString(), closing.toString());
    await vscode.window.showTextDocument(fragment);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("a name of a fragment is renamed in both files", async () => {
    await vscode.workspace.openTextDocument(main);
    const fragment = await vscode.workspace.openTextDocument(closing);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      closing,
      range(fragment, "goodbye", "objective").start,
      "farewell",
    );
    const names = edit
      .entries()
      .map(([uri, edits]) => `${uri.path.split("/").at(-1) ?? ""}: ${edits.length}`);
    assert.deepEqual(names.toSorted(), ["closing.objectives: 1", "main.objectives: 1"]);
  });

  test("the flow is a call hierarchy, over both files", async () => {
    await vscode.workspace.openTextDocument(main);
    const fragment = await vscode.workspace.openTextDocument(closing);
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      "vscode.prepareCallHierarchy",
      closing,
      range(fragment, "goodbye", "objective").start,
    );
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      "vscode.provideIncomingCalls",
      item,
    );
    assert.deepEqual(
      calls.map(({ from }) => `${from.name} ${from.detail ?? ""} ${from.uri.toString()}`),
      [`greet required ${main.toString()}`],
    );
  });

  test("an include follows its file", async () => {
    const set = await vscode.workspace.openTextDocument(main);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(closing, vscode.Uri.joinPath(folder, "parts/end.objectives"));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await reads(set, text.replace("./closing.objectives", "./parts/end.objectives"));
    await vscode.window.showTextDocument(set);
    await vscode.commands.executeCommand("workbench.action.files.save");
    await diagnosticsOf(set, (found) => found.length === 0);
  });

  test("compiled JSON leads to the text that it comes from, in whichever file", async () => {
    await vscode.commands.executeCommand("objectives.compile", main);
    const compiled = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder, "main.compiled.json"),
    );
    const at = range(compiled, "Say goodbye.", "data").start;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      compiled.uri,
      at,
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((it) => (typeof it === "string" ? it : it.value)),
    );
    assert.match(said.join("\n"), /objective_prompt[^]*closing\.objectives, line 1/);
    const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      compiled.uri,
      at,
    );
    assert.equal(place?.uri.toString(), closing.toString());
  });
});

function actionsAt(
  document: vscode.TextDocument,
  where: vscode.Range,
  kind: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, where, kind.value);
}

/** Waits until the document is this text. */
async function reads(document: vscode.TextDocument, text: string): Promise<void> {
  await settled(
    () => "the text",
    () => document.getText() === text,
    vscode.workspace.onDidChangeTextDocument,
  );
}
