// The tool `graph`: the flow of a set.
import * as z from "zod";
import { callCommand, complaintsIn, hasResult, paramOptions } from "../command-call.ts";
import { meantBy, params, source } from "../inputs.ts";
import { refused, tool } from "../tool.ts";

const FORMATS = ["mermaid", "json", "svg"] as const;

const drawn = z.strictObject({
  version: z.literal(1),
  format: z.enum(FORMATS),
  text: z.string(),
});

export const graphTool = tool({
  name: "graph",
  title: "Draw objectives",
  description:
    "Gives the flow of a set of objectives, as far as the text goes: as Mermaid text to show to people, as JSON (nodes with prompts and findings, edges with conditions) to reason about, or as an SVG picture.",
  input: z.strictObject({
    ...source,
    format: z.enum(FORMATS).optional().describe("mermaid where it is not said"),
    theme: z.enum(["light", "dark"]).optional().describe("The colours of an SVG picture"),
    params,
  }),
  output: drawn,
  asks: "files alone",
  run: async ({ format = "mermaid", theme = "light", params: values, ...given }, call) => {
    const meant = await meantBy(call, given);
    if (!meant.ok) return refused(meant.reason);
    const options = ["graph", `--format=${format}`, `--theme=${theme}`, ...paramOptions(values)];
    const drawing = await callCommand({ ...call, reach: meant.reach }, options, [meant.path]);
    if (!hasResult(drawing.exit)) return refused(complaintsIn(drawing.errors));
    return { ok: true, text: drawing.output, value: { version: 1, format, text: drawing.output } };
  },
});
