// The tool `decompile`: the platform's JSON as text.
import * as z from "zod";
import { callCommand, jsonAnswer } from "../command-call.ts";
import { meantBy, path, text } from "../inputs.ts";
import { decompiled } from "../outputs.ts";
import { refused, tool } from "../tool.ts";

export const decompileTool = tool({
  name: "decompile",
  title: "Decompile objectives",
  description:
    "Gives the text of a set of objectives that the Tavus platform has as JSON: what a POST sends, what a GET gives, or a bare list of objectives. The text compiles back to the same document. Where the JSON is no such document, text is null and refused says why. Nothing is written: put the text into a file that ends in .objectives.",
  input: z.strictObject({
    path: path.optional().describe("The *.json file, seen from the workspace folder"),
    json: text.optional().describe("The JSON itself, where it is not saved in a file"),
  }),
  output: decompiled,
  asks: "files alone",
  run: async ({ path: given, json }, call) => {
    const meant = await meantBy(call, { path: given ?? (json && "unsaved.json"), text: json });
    if (!meant.ok) return refused(meant.reason);
    const decompiling = await callCommand(
      { ...call, reach: meant.reach },
      ["decompile", "--json"],
      [meant.path],
    );
    return jsonAnswer(decompiling);
  },
});
