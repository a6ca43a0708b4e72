// Nothing goes over the network before a command that says so: in a browser every request is a `fetch`.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEverything, workspaceFile, writeQuietly } from "../support.ts";

suite("The network of a browser", () => {
  const { fetch } = globalThis;
  let asked: string[] = [];

  setup(() => {
    asked = [];
    globalThis.fetch = (input, init) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return fetch(input, init);
    };
  });
  teardown(async () => {
    globalThis.fetch = fetch;
    await closeEverything();
  });

  test("is left alone while a set is written, checked, drawn and compiled", async () => {
    await writeQuietly();
    assert.deepEqual(asked, []);
  });

  test("is used by a command that says so, and is seen here", async () => {
    await vscode.commands.executeCommand("objectives.plan", workspaceFile("dental-intake.objectives"));
    assert.ok(asked.length > 0);
  });
});
