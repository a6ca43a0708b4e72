// The tools of assistants inside a real VS Code: they are there, and answer about texts as the editor has them.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEverything, extension, replace, workspaceFile } from "../support.ts";

const SET = "dental-intake.objectives";

/** What a tool answers; as an assistant calls it, though no model is there. */
async function call(name: string, input: object): Promise<string> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await vscode.lm.invokeTool(`objectives_${name}`, options);
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("");
}

suite("The tools of assistants", () => {
  suiteSetup(() => extension().activate());
  teardown(closeEverything);

  test("are those of the manifest", () => {
    const own = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith("objectives_"));
    const names = ["check", "explain", "format", "graph", "compile", "decompile", "plan"];
    assert.deepEqual(own.toSorted(), names.map((name) => `objectives_${name}`).toSorted());
  });

  test("find mistakes in files that are not open", async () => {
    const { errors, findings } = JSON.parse(await call("check", {})) as Checked;
    assert.ok(errors > 0);
    assert.ok(findings.some(({ code }) => code === "unknown-objective"));
  });

  test("see a text before it is saved, and leave it alone", async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(SET));
    await replace(document, "-> wrap_up", "-> wrap_pu");
    const text = document.getText();
    const { findings } = JSON.parse(await call("check", { paths: [SET] })) as Checked;
    assert.ok(findings.some(({ message }) => message.includes("wrap_pu")));
    await call("format", { path: SET });
    assert.equal(document.getText(), text);
    await replace(document, "-> wrap_pu", "-> wrap_up");
    assert.ok(await document.save());
  });

  test("draw, compile and explain", async () => {
    assert.match(await call("graph", { path: SET }), /^flowchart/);
    assert.match(await call("graph", { path: SET, format: "svg" }), /^<svg/);
    assert.match(await call("compile", { path: SET }), /"objective_name"/);
    assert.match(await call("explain", { topic: "cycle" }), /^# cycle/);
    assert.match(await call("explain", { topic: "reference" }), /^# Reference/);
  });

  test("plan against the emulator without a question", async () => {
    const { target } = JSON.parse(await call("plan", { paths: [SET] })) as { readonly target: string };
    assert.equal(target, "local");
  });

  test("look nowhere else", async () => {
    await assert.rejects(call("check", { paths: ["../secret.objectives"] }), /lies outside/);
  });
});

interface Checked {
  readonly errors: number;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}
