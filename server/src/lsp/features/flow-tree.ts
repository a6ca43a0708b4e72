// The sets of the workspace and the flow of each as a tree, for views that show them.
import type { Check } from "../../language/diagnostics/check.ts";
import {
  flowTree,
  itemsBelow,
  itemsDownTo,
  itemTip,
  type FlowTree,
  type FlowTreeItem as TreeItem,
} from "../../language/features/flow-tree.ts";
import { markdownOf } from "../../language/features/hover/paragraphs.ts";
import { graphIdAt, placeOfGraphId } from "../../language/graph/places.ts";
import { rootOf, type Model } from "../../language/model/analyze.ts";
import type { Symbols } from "../../language/model/symbols.ts";
import type { FlowTreeItem, FlowTreePathParams, FoundSet, SetsChange } from "../../protocol.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf, shownName } from "../file-id.ts";
import { fromPosition } from "../from-lsp.ts";
import { answer } from "../requests.ts";
import type { Server } from "../serving.ts";
import { toLocation } from "../to-lsp.ts";

export const flowTrees: Feature = {
  capability: () => ({}),
  register: (server) => {
    const { workspace } = server;
    const memory: Memory = new WeakMap();
    let isAsked = false; // who never asks for the sets is told of no change to them
    tellChanges(server, () => isAsked);
    answer(server, "objectives/sets", () => {
      isAsked = true;
      return foundSets(server);
    });
    answer(server, "objectives/flowTree", async ({ uri, parent }, token) => {
      await server.rules.ready({ id: fileIdOf(uri) });
      const checked = await workspace.setAt(fileIdOf(uri), token);
      return checked ? itemsIn(server, memory, { uri, checked }, { below: parent }) : null;
    });
    answer(server, "objectives/flowTreePath", async (params) => {
      const found = await ("node" in params ? setOf(server, params) : setAround(server, params));
      if (!found) return null;
      const { uri, node } = found;
      return { uri, items: node === undefined ? [] : itemsIn(server, memory, found, { downTo: node }) };
    });
    answer(server, "objectives/flowTreeTip", async ({ uri, id }, token) => {
      const checked = await workspace.setAt(fileIdOf(uri), token);
      const place = checked && placeOfGraphId(checked.model, id);
      const view = checked && {
        model: checked.model,
        findings: server.rules.applied({ id: fileIdOf(uri) }, checked),
      };
      const paragraphs = view && place && itemTip(view, place);
      return paragraphs ? markdownOf(paragraphs, server.inWords) : null;
    });
  },
};

function foundSets({ workspace, folders }: Server): readonly FoundSet[] {
  return workspace.sets().map(({ id, uri, name }) => ({ uri, name, file: shownName(id, folders) }));
}

function tellChanges({ connection, workspace, rules }: Server, isWanted: () => boolean): void {
  const tell = (uri: SetsChange["uri"]): void => {
    if (isWanted()) void connection.sendNotification("objectives/setsChanged", { uri });
  };
  const tellSetsOf = (documents: readonly OpenDocument[]): void => {
    if (!isWanted()) return; // else nobody would have checked them yet
    const roots = documents
      .flatMap((document) => workspace.checksWith(document))
      .map(({ model }) => rootOf(model));
    for (const root of new Set(roots)) tell(workspace.fileOf(root).uri);
  };
  workspace.onDidChangeSets(() => tell(null));
  workspace.onDidChange(({ documents, edited }) => {
    if (edited) tellSetsOf(documents);
    else tell(null);
  });
  rules.onDidChange(() => tell(null));
}

// ── One set ──

interface LoadedSet {
  /** As its client spells it. */
  readonly uri: string;
  readonly checked: Check;
}

interface FoundNode extends LoadedSet {
  /** Undefined where no objective is written at the place that was asked about. */
  readonly node: string | undefined;
}

async function setOf(
  { workspace }: Server,
  { uri, node }: Extract<FlowTreePathParams, { readonly node: string }>,
): Promise<FoundNode | undefined> {
  const checked = await workspace.setAt(fileIdOf(uri));
  return checked && { uri, checked, node };
}

/** The first set that a file is a part of. */
async function setAround(
  { workspace, documents }: Server,
  { uri, position }: Extract<FlowTreePathParams, { readonly position: unknown }>,
): Promise<FoundNode | undefined> {
  const document = documents.get(uri);
  if (!document) return undefined;
  const [checked] = workspace.checksWith(document);
  const root = rootOf(checked.model);
  if (!workspace.sets().some(({ id }) => id === root)) return undefined;
  const node = graphIdAt(checked.model, fromPosition(document, position));
  return { uri: workspace.fileOf(root).uri, checked, node };
}

/** The trees of sets for as long as their names and arrows stay. */
type Memory = WeakMap<Symbols, FlowTree>;

function treeOf(model: Model, memory: Memory): FlowTree {
  const tree = memory.get(model.symbols) ?? flowTree(model);
  memory.set(model.symbols, tree);
  return tree;
}

type Wanted = { readonly below: string | undefined } | { readonly downTo: string };

function itemsIn(
  { rules, workspace }: Server,
  memory: Memory,
  { uri, checked }: LoadedSet,
  wanted: Wanted,
): readonly FlowTreeItem[] {
  const { model } = checked;
  const findings = rules.applied({ id: fileIdOf(uri) }, checked);
  const tree = treeOf(model, memory);
  const items =
    "below" in wanted
      ? itemsBelow(model, tree, findings, wanted.below)
      : itemsDownTo(model, tree, findings, wanted.downTo);
  return items.map((item) => toItem(workspace, item));
}

function toItem(workspace: Server["workspace"], { place, way, ...item }: TreeItem): FlowTreeItem {
  return { ...item, way: way ?? null, ...toLocation(workspace, place) };
}
