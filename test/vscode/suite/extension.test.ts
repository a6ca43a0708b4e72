// The extension inside a real VS Code: what only a running editor can show.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeEverything,
  diagnosticsOf,
  extension,
  itemLabel,
  openText,
  range,
  replace,
  tabOpened,
  workspaceFile,
} from "../support.ts";

const WITH_A_MISTAKE = "dental-intake-with-a-mistake.objectives";

const GREETING = `objectives "Greeting"

objective greet {
  prompt "Greet the caller."
  -> goodbye
}

objective goodbye { prompt "Say goodbye." }
`;

suite("The extension", () => {
  teardown(closeEverything);

  test("starts when a file of the language is opened", async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(WITH_A_MISTAKE));
    assert.equal(document.languageId, "objectives");
    await diagnosticsOf(document, (found) => found.length > 0);
    assert.ok(extension().isActive);
  });

  test("registers the commands that it contributes, and no others", async () => {
    await extension().activate();
    const registered = (await vscode.commands.getCommands(true)).filter((id) =>
      /^objectives\.[a-z]+$/i.test(id),
    );
    const { commands } = (extension().packageJSON as Manifest).contributes;
    assert.deepEqual(registered.toSorted(), commands.map(({ command }) => command).toSorted());
  });

  test("reads the settings that it contributes", () => {
    const { configuration } = (extension().packageJSON as Manifest).contributes;
    const names = Object.keys(configuration.properties);
    assert.ok(names.every((name) => name.startsWith("objectives.")));
    for (const name of names)
      assert.notEqual(vscode.workspace.getConfiguration().inspect(name)?.defaultValue, undefined);
  });
});

suite("Findings", () => {
  teardown(closeEverything);

  test("are in a file with a mistake, and only there", async () => {
    const wrong = await vscode.workspace.openTextDocument(workspaceFile(WITH_A_MISTAKE));
    const [finding] = await diagnosticsOf(wrong, (found) => found.length > 0);
    assert.equal(finding && codeOf(finding), "unknown-objective");
    const right = await vscode.workspace.openTextDocument(workspaceFile("dental-intake.objectives"));
    assert.deepEqual(vscode.languages.getDiagnostics(right.uri).filter(isError), []);
  });

  test("go when the mistake is mended", async () => {
    const { document } = await openText(GREETING.replace("-> goodbye", "-> godbye"));
    await diagnosticsOf(document, (found) => found.length > 0);
    await replace(document, "godbye", "goodbye");
    await diagnosticsOf(document, (found) =>
      found.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
    );
  });

  test("come as a wrong name is typed, with its code and its place", async () => {
    const { document } = await openText(GREETING);
    await replace(document, "-> goodbye", "-> godbye");
    const [finding] = await diagnosticsOf(document, (found) => found.length > 0);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), "godbye");
    assert.equal(codeOf(finding), "unknown-objective");
    assert.match(finding.message, /goodbye/);
  });
});

suite("Help while writing", () => {
  teardown(closeEverything);

  test("completion after an arrow offers the objectives, with their prompts", async () => {
    const { document, cursor } = await openText(GREETING.replace("-> goodbye", "-> $0"));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      ...at(document, cursor),
      undefined,
      100,
    );
    const goodbye = items.find((item) => itemLabel(item) === "goodbye");
    assert.ok(goodbye, `offered: ${items.map(itemLabel).join(", ")}`);
    assert.match(textOf(goodbye.documentation), /Say goodbye/);
  });

  test("hover over a target shows its prompt", async () => {
    const { document, cursor } = await openText(GREETING.replace("-> good", "-> good$0"));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      ...at(document, cursor),
    );
    assert.match(hovers.flatMap((hover) => hover.contents.map(textOf)).join("\n"), /Say goodbye/);
  });

  test("definition goes from a target to its objective", async () => {
    const { document, cursor } = await openText(GREETING.replace("-> good", "-> good$0"));
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      ...at(document, cursor),
    );
    const [place] = places;
    assert.ok(place);
    const found = "targetUri" in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;
    assert.deepEqual(found.start, range(document, "goodbye", "objective goodbye").start);
  });

  test("the outline lists the objectives", async () => {
    const { document } = await openText(GREETING);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.ok(symbols, "there is no outline");
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
    assert.ok(names.includes("greet") && names.includes("goodbye"), names.join(", "));
  });

  test("formatting gives the one layout", async () => {
    const { document } = await openText(GREETING.replace('  prompt "Greet', '      prompt   "Greet'));
    await vscode.commands.executeCommand("editor.action.formatDocument");
    assert.equal(document.getText(), GREETING);
  });
});

suite("The preview", () => {
  teardown(closeEverything);

  test("opens beside the text", async () => {
    await openText(GREETING);
    const opened = tabOpened((tab) => tab.input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand("objectives.previewGraph");
    assert.notEqual((await opened).group.viewColumn, vscode.ViewColumn.One);
  });
});

suite("The view Objectives", () => {
  teardown(closeEverything);

  test("opens, follows the cursor and can be collapsed", async () => {
    await extension().activate();
    await vscode.commands.executeCommand("objectives.sets.focus");
    await vscode.commands.executeCommand("objectives.refreshSets");
    await vscode.commands.executeCommand("objectives.showInTree");
    await vscode.commands.executeCommand("workbench.actions.treeView.objectives.sets.collapseAll");
  });
});

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

function at(
  document: vscode.TextDocument,
  cursor: vscode.Position | undefined,
): [vscode.Uri, vscode.Position] {
  assert.ok(cursor, "the text has no cursor");
  return [document.uri, cursor];
}

function isError({ severity }: vscode.Diagnostic): boolean {
  return severity === vscode.DiagnosticSeverity.Error;
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}

function textOf(text: string | vscode.MarkdownString | vscode.MarkedString | undefined): string {
  return typeof text === "object" ? text.value : (text ?? "");
}
