// What the panel says, checked before it is believed.
import type { ToPage } from "../src/preview/messages.ts";

/** The panel's message; undefined where the data is none. */
export function incoming(data: unknown): ToPage | undefined {
  if (!isRecord(data)) return undefined;
  switch (data["type"]) {
    case "graph":
    case "nothing":
    case "select":
      return isComplete(data) ? data : undefined;
    default:
      return undefined;
  }
}

/** The panel is of the same build as the page, so only what tells our messages from others' is looked at. */
function isComplete(
  data: Readonly<Record<string, unknown>>,
): data is ToPage & Readonly<Record<string, unknown>> {
  const { type, graph, id } = data;
  if (type === "graph")
    return isRecord(graph) && typeof graph["svg"] === "string" && Array.isArray(graph["nodes"]);
  return type === "nothing" || id === null || typeof id === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
