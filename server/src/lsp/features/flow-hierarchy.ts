// The flow as a hierarchy: what leads to an objective, and what it leads to, in whatever files these stand.
import { SymbolKind, type CallHierarchyItem, type CancellationToken } from "vscode-languageserver";
import {
  flowItemsAt,
  waysInto,
  waysOutOf,
  type FlowItem,
  type FlowStep,
  type ObjectiveId,
} from "../../language/features/flow-hierarchy.ts";
import type { Sets } from "../../language/model/sharing.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf } from "../file-id.ts";
import { aroundSets, setsAround, type Server } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const flowHierarchy: Feature = {
  capability: ({ hierarchies }) => (hierarchies === "understood" ? { callHierarchyProvider: true } : {}),
  register: (server) => {
    const { callHierarchy } = server.connection.languages;
    callHierarchy.onPrepare((params, token) =>
      aroundSets(server, params, token, (_, sets, point) =>
        flowItemsAt(sets, point).map((item) => toItem(server, item)),
      ),
    );
    callHierarchy.onIncomingCalls(async ({ item }, token) =>
      (await stepsFrom(server, item, token, waysInto)).map((step) => ({
        from: toItem(server, step),
        fromRanges: rangesOf(server, step),
      })),
    );
    callHierarchy.onOutgoingCalls(async ({ item }, token) =>
      (await stepsFrom(server, item, token, waysOutOf)).map((step) => ({
        to: toItem(server, step),
        fromRanges: rangesOf(server, step),
      })),
    );
  },
};

/** An item comes back with its name and its file, which find it again whatever was typed since. */
async function stepsFrom(
  server: Server,
  { name, uri }: CallHierarchyItem,
  token: CancellationToken,
  stepsOf: (sets: Sets, id: ObjectiveId) => readonly FlowStep[],
): Promise<readonly FlowStep[]> {
  const file = await server.workspace.fileNow(fileIdOf(uri));
  return file ? stepsOf(await setsAround(server, file, token), { name, file: file.id }) : [];
}

function toItem({ workspace, inWords }: Server, item: FlowItem): CallHierarchyItem {
  const { uri, lines } = workspace.fileOf(item.file);
  return {
    name: item.name,
    kind: SymbolKind.Function,
    detail: item.details.map(inWords).join(", "),
    uri,
    range: toRange(lines, item.declaration),
    selectionRange: toRange(lines, item.span),
  };
}

function rangesOf({ workspace }: Server, { arrows }: FlowStep): CallHierarchyItem["range"][] {
  return arrows.map(({ file, span }) => toRange(workspace.fileOf(file).lines, span));
}
