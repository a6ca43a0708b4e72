// The panel between the page and the language server, with an editor made of plain objects.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { filled } from "../../client/webview/words.ts";
import { registerPreviews } from "../../client/src/preview/panel.ts";

const editor = vi.hoisted(() => ({
  panels: [] as FakePanel[],
  shown: [] as unknown[],
  commands: [] as string[],
  onSelection: (_event: unknown): void => undefined,
  restore: async (_panel: unknown, _state: unknown): Promise<void> => undefined,
}));

vi.mock("vscode", () => {
  const uriOf = (text: string) => ({ path: new URL(text).pathname, toString: () => text });
  const nothing = { dispose: () => undefined };
  return {
    Disposable: { from: () => nothing },
    Range: class {
      constructor(...numbers: readonly number[]) {
        Object.assign(this, { numbers });
      }
    },
    TabInputText: class {},
    Uri: {
      parse: uriOf,
      joinPath: (base: object, ...parts: readonly string[]) => uriOf([String(base), ...parts].join("/")),
    },
    ViewColumn: { Beside: -2, One: 1 },
    env: { language: "en" },
    l10n: { t: (words: string, ...values: readonly string[]) => filled(words, ...values) },
    commands: { executeCommand: async (name: string) => void editor.commands.push(name) },
    window: {
      createWebviewPanel: () => editor.panels.at(editor.panels.push(fakePanel()) - 1),
      registerWebviewPanelSerializer: (
        _type: string,
        it: { deserializeWebviewPanel: typeof editor.restore },
      ) => {
        editor.restore = it.deserializeWebviewPanel;
        return nothing;
      },
      onDidChangeTextEditorSelection: (listener: typeof editor.onSelection) => {
        editor.onSelection = listener;
        return nothing;
      },
      showTextDocument: async (...what: readonly unknown[]) => void editor.shown.push(what),
      tabGroups: { all: [] },
      visibleTextEditors: [],
    },
    workspace: {
      getConfiguration: () => ({ get: (_name: string, otherwise: unknown) => otherwise }),
      openTextDocument: async () => undefined,
    },
  };
});

const DOCUMENT = "file:///set/intake.objectives";

describe("a preview", () => {
  beforeEach(() => {
    editor.panels.length = 0;
    editor.shown.length = 0;
    editor.commands.length = 0;
  });

  test("asks for the graph when its page listens, and passes it on", async () => {
    const { open, asked } = previews({ "objectives/graph": { svg: "<svg/>" } });
    const panel = open(DOCUMENT);
    expect(panel.webview.html).toContain("webview.js");
    await panel.say({ type: "ready", fonts: null });
    expect(asked).toEqual([["objectives/graph", { uri: DOCUMENT }]]);
    expect(panel.told).toEqual([{ type: "graph", graph: { svg: "<svg/>" } }]);
  });

  test("asks again when the graph has changed, but only its own", async () => {
    const { open, asked, changed } = previews({ "objectives/graph": null });
    const panel = open(DOCUMENT);
    await changed("file:///set/other.objectives");
    expect(asked).toEqual([]);
    await changed(DOCUMENT);
    expect([asked.length, panel.told]).toEqual([1, [{ type: "nothing" }]]);
  });

  test("shows where a node is written", async () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
    const { open, asked } = previews({ "objectives/reveal": { uri: DOCUMENT, range } });
    await open(DOCUMENT).say({ type: "reveal", id: "greet", focus: "source" });
    expect(asked).toEqual([["objectives/reveal", { uri: DOCUMENT, id: "greet" }]]);
    expect(editor.shown).toMatchObject([
      [{ path: "/set/intake.objectives" }, { preserveFocus: false, selection: { numbers: [1, 2, 1, 5] } }],
    ]);
  });

  test("shows nothing for a node that is gone", async () => {
    await previews({ "objectives/reveal": null })
      .open(DOCUMENT)
      .say({ type: "reveal", id: "gone", focus: "graph" });
    expect(editor.shown).toEqual([]);
  });

  test("opens the problems", async () => {
    await previews({}).open(DOCUMENT).say({ type: "problems" });
    expect(editor.commands).toEqual(["workbench.actions.view.problems"]);
  });

  test("follows the cursor", async () => {
    const { open, asked } = previews({ "objectives/nodeAt": "greet" });
    const panel = open(DOCUMENT);
    const textEditor = { document: { uri: DOCUMENT } };
    editor.onSelection({ textEditor, selections: [{ active: { line: 3, character: 4 } }] });
    await settled();
    const position = { line: 3, character: 4 };
    expect(asked).toEqual([["objectives/nodeAt", { uri: DOCUMENT, file: DOCUMENT, position }]]);
    expect(panel.told).toEqual([{ type: "select", id: "greet" }]);
  });

  test("follows the cursor in another file of its set, and lets a stranger's cursor be", async () => {
    const answers: Record<string, unknown> = {};
    const panel = previews(answers).open(DOCUMENT);
    const moveTo = async (uri: string, id: string | null): Promise<void> => {
      answers["objectives/nodeAt"] = id;
      const selections = [{ active: { line: 0, character: 0 } }];
      editor.onSelection({ textEditor: { document: { uri } }, selections });
      await settled();
    };
    await moveTo("file:///set/closing.objectives", "close");
    await moveTo("file:///set/stranger.objectives", null);
    await moveTo(DOCUMENT, null);
    expect(panel.told).toEqual([
      { type: "select", id: "close" },
      { type: "select", id: null },
    ]);
  });

  test("is one for each document, and is brought to the front when it is asked for again", () => {
    const { open } = previews({});
    const first = open(DOCUMENT);
    open("file:///set/other.objectives");
    open(DOCUMENT);
    expect([editor.panels.length, first.fronts]).toEqual([2, 1]);
  });

  test("is forgotten when it is closed", () => {
    const { open } = previews({});
    open(DOCUMENT).dispose();
    open(DOCUMENT);
    expect(editor.panels.length).toBe(2);
  });

  test("is restored with its document, and closed where it knows none", async () => {
    const { asked } = previews({ "objectives/graph": null });
    const [panel, stranger] = [fakePanel(), fakePanel()];
    await editor.restore(panel, { uri: DOCUMENT });
    await panel.say({ type: "ready", fonts: null });
    await editor.restore(stranger, undefined);
    expect([asked.length, panel.isDisposed, stranger.isDisposed]).toEqual([1, false, true]);
  });

  test("takes nothing from its page that is not ours", async () => {
    const { open, asked } = previews({});
    await open(DOCUMENT).say({ type: "run", command: "rm" });
    expect([asked, editor.commands]).toEqual([[], []]);
  });

  test("outlives a server that does not answer", async () => {
    const { open } = previews({ "objectives/graph": new Error("stopped") });
    const panel = open(DOCUMENT);
    await panel.say({ type: "ready", fonts: null });
    expect(panel.told).toEqual([{ type: "nothing" }]);
  });
});

interface FakePanel {
  readonly webview: { html: string };
  readonly told: readonly unknown[];
  readonly fronts: number;
  readonly isDisposed: boolean;
  readonly say: (message: unknown) => Promise<void>;
  readonly dispose: () => void;
}

function fakePanel(): FakePanel {
  let hear: (message: unknown) => void = () => undefined;
  let close: () => void = () => undefined;
  const panel = {
    told: [] as unknown[],
    fronts: 0,
    isDisposed: false,
    webview: {
      html: "",
      options: {},
      asWebviewUri: (uri: unknown) => uri,
      postMessage: async (message: unknown) => panel.told.push(message),
      onDidReceiveMessage: (listener: typeof hear) => void (hear = listener),
    },
    reveal: () => void (panel.fronts += 1),
    onDidDispose: (listener: () => void) => void (close = listener),
    dispose: () => {
      panel.isDisposed = true;
      close();
    },
    say: async (message: unknown) => {
      hear(message);
      await settled();
    },
  };
  return panel;
}

function previews(answers: Readonly<Record<string, unknown>>) {
  const asked: unknown[] = [];
  let notify: (params: unknown) => void = () => undefined;
  const client = {
    onNotification: (_method: string, handler: typeof notify) => void (notify = handler),
    sendRequest: async (method: string, params: unknown) => {
      asked.push([method, params]);
      if (answers[method] instanceof Error) throw answers[method];
      return answers[method];
    },
  };
  const { open } = registerPreviews({ extensionUri: "file:///extension" } as never, client as never);
  return {
    asked,
    changed: async (uri: string) => {
      notify({ uri, version: 2 });
      await settled();
    },
    open: (uri: string): FakePanel => {
      open({ path: new URL(uri).pathname, toString: () => uri } as never);
      const panel = editor.panels.at(-1);
      if (!panel) throw new Error("No panel was opened.");
      return panel;
    },
  };
}

/** Everything that only waits for promises has run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
