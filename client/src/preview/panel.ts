// The preview beside the text: one panel a document, which forwards between the page and the language server.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { FontWidths } from "../../../server/src/language/graph/metrics.ts";
import type { Notifications, Requests } from "../../../server/src/protocol.ts";
import { rangeOf } from "../places.ts";
import { pageHtml } from "./html.ts";
import { latest } from "../latest.ts";
import { fromPage, uriOfState, type FromPage, type ToPage } from "./messages.ts";

const VIEW_TYPE = "objectives.preview";

/** What of the language client a preview needs. */
export type PreviewClient = Pick<BaseLanguageClient, "sendRequest" | "onNotification">;

export interface Previews extends vscode.Disposable {
  /** Opens the preview of a document beside it, or brings it to the front. */
  readonly open: (uri: vscode.Uri) => void;
  /** The document of the preview that has the focus. */
  readonly active: () => vscode.Uri | undefined;
}

/** Lets previews be opened, and restores those that were open when the window was loaded again. */
export function registerPreviews(context: vscode.ExtensionContext, client: PreviewClient): Previews {
  const panels = new Map<string, Preview>();
  const show = (uri: vscode.Uri, panel: vscode.WebviewPanel): void => {
    const key = uri.toString();
    panels.set(key, startPreview(panel, { uri, client, extensionUri: context.extensionUri }));
    panel.onDidDispose(() => panels.delete(key));
  };
  const subscriptions = vscode.Disposable.from(
    client.onNotification("objectives/graphChanged", ({ uri }: Notifications["objectives/graphChanged"]) =>
      panels.get(vscode.Uri.parse(uri).toString())?.refresh(),
    ),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (!selection || !isFollowingCursor()) return;
      const cursor = { uri: textEditor.document.uri, position: selection.active };
      for (const preview of panels.values()) preview.follow(cursor);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state) => restore(panel, state, show),
    }),
  );
  return {
    open: (uri) => {
      const known = panels.get(uri.toString());
      if (known) known.bringToFront();
      else show(uri, newPanel(uri));
    },
    active: () => [...panels.values()].find((preview) => preview.isActive())?.uri,
    dispose: () => {
      subscriptions.dispose();
      for (const preview of [...panels.values()]) preview.close();
    },
  };
}

interface Preview {
  readonly uri: vscode.Uri;
  readonly isActive: () => boolean;
  readonly refresh: () => void;
  /** Shows what is written where the cursor is, in any file of the set. */
  readonly follow: (cursor: Cursor) => void;
  readonly bringToFront: () => void;
  readonly close: () => void;
}

interface Cursor {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

interface PreviewContext {
  readonly uri: vscode.Uri;
  readonly client: PreviewClient;
  readonly extensionUri: vscode.Uri;
}

function startPreview(panel: vscode.WebviewPanel, { uri, client, extensionUri }: PreviewContext): Preview {
  let fonts: FontWidths | undefined;
  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  const refresh = latest(async () => {
    await opened(uri);
    const params = { uri: uri.toString(), ...(fonts ? { fonts } : {}) };
    const graph = await ask(client, "objectives/graph", params);
    post(graph ? { type: "graph", graph } : { type: "nothing" });
  });
  panel.webview.onDidReceiveMessage((data: unknown) => {
    const message = fromPage(data);
    if (message?.type === "ready") {
      fonts = message.fonts ?? undefined;
      refresh();
    } else if (message) {
      void answer(message, uri, client);
    }
  });
  dress(panel, uri, extensionUri);
  return {
    uri,
    isActive: () => panel.active,
    refresh,
    follow: (cursor) => void follow(cursor, uri, client, post),
    bringToFront: () => panel.reveal(undefined, true),
    close: () => void panel.dispose(),
  };
}

/** The server knows open documents only; one that cannot be opened any more has no picture. */
async function opened(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
}

function newPanel(uri: vscode.Uri): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(VIEW_TYPE, titleOf(uri), place);
}

function restore(
  panel: vscode.WebviewPanel,
  state: unknown,
  show: (uri: vscode.Uri, panel: vscode.WebviewPanel) => void,
): void {
  const uri = uriOfState(state);
  if (uri === undefined) panel.dispose();
  else show(vscode.Uri.parse(uri), panel);
}

function dress(panel: vscode.WebviewPanel, uri: vscode.Uri, extensionUri: vscode.Uri): void {
  const dist = vscode.Uri.joinPath(extensionUri, "dist");
  const { webview } = panel;
  const addressOf = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  const iconOf = (theme: string): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, "images", `file-${theme}.svg`);
  panel.title = titleOf(uri);
  panel.iconPath = { light: iconOf("light"), dark: iconOf("dark") };
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = pageHtml({
    nonce: globalThis.crypto.randomUUID(),
    scriptUri: addressOf("webview.js"),
    styleUri: addressOf("webview.css"),
    documentUri: uri.toString(),
  });
}

async function answer(
  message: Exclude<FromPage, { type: "ready" }>,
  uri: vscode.Uri,
  client: PreviewClient,
): Promise<void> {
  switch (message.type) {
    case "reveal":
      return reveal(message, uri, client);
    case "problems":
      return void vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

/** Asks the server for the place at every click: what the picture knew of it may be old. */
async function reveal(
  { id, focus }: Extract<FromPage, { type: "reveal" }>,
  uri: vscode.Uri,
  client: PreviewClient,
): Promise<void> {
  const place = await ask(client, "objectives/reveal", { uri: uri.toString(), id });
  if (!place) return;
  const target = vscode.Uri.parse(place.uri);
  await vscode.window.showTextDocument(target, {
    viewColumn: columnOf(target),
    preserveFocus: focus === "graph",
    selection: rangeOf(place.range),
  });
}

/** Where the document is shown already; a panel in the first column leaves its place to no text. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  if (editor?.viewColumn !== undefined) return editor.viewColumn;
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => isTextOf(input, uri)),
  );
  return group?.viewColumn ?? vscode.ViewColumn.One;
}

function isTextOf(input: unknown, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}

async function follow(
  { uri: file, position: { line, character } }: Cursor,
  uri: vscode.Uri,
  client: PreviewClient,
  post: (message: ToPage) => void,
): Promise<void> {
  const [drawn, written] = [uri.toString(), file.toString()];
  const params = { uri: drawn, file: written, position: { line, character } };
  const id = await ask(client, "objectives/nodeAt", params);
  // What stands in another file and is nowhere in the picture says nothing about the picture.
  if (id !== null || written === drawn) post({ type: "select", id });
}

function isFollowingCursor(): boolean {
  return vscode.workspace.getConfiguration("objectives").get("graph.followCursor", true);
}

function titleOf(uri: vscode.Uri): string {
  return vscode.l10n.t("Flow of {0}", uri.path.split("/").at(-1) ?? "objectives");
}

/** A request to the server; null where it cannot answer, as while it starts again. */
async function ask<Method extends keyof Requests>(
  client: PreviewClient,
  method: Method,
  params: Requests[Method]["params"],
): Promise<Requests[Method]["result"] | null> {
  return client.sendRequest<Requests[Method]["result"]>(method, params).catch(() => null);
}
