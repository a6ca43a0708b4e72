// The tool `check`: what is wrong with sets.
import * as z from "zod";
import { callCommand, jsonAnswer, paramOptions } from "../command-call.ts";
import { meantBy, params, paths, text, whyOutOfReach } from "../inputs.ts";
import { checked } from "../outputs.ts";
import { refused, tool } from "../tool.ts";

export const checkTool = tool({
  name: "check",
  title: "Check objectives",
  description:
    "Finds what is wrong with sets of objectives for Tavus video agents (*.objectives files): syntax, unknown names, circles, unreachable objectives, what the platform refuses, and weak prompts. Call it after every change, and mend what it finds until no errors and warnings are left. Each finding has a file, a place (lines and columns from 1), a severity, a code that `explain` knows, and a sentence that says what to do.",
  input: z.strictObject({
    paths: paths
      .optional()
      .describe(
        "Files, folders and patterns such as flows/**, seen from the workspace folder; without any, everything in it",
      ),
    text: text
      .optional()
      .describe(
        "The text of one set that is not saved in a file; it is read in place of the one file that paths names",
      ),
    params,
  }),
  output: checked,
  asks: "files alone",
  run: async ({ paths: given = [], text: unsaved, params: values }, call) => {
    const options = ["check", "--json", ...paramOptions(values)];
    if (unsaved === undefined) {
      const reason = await whyOutOfReach(call, given);
      return reason === undefined ? jsonAnswer(await callCommand(call, options, given)) : refused(reason);
    }
    if (given.length > 1) return refused("A text stands in place of one file: name no other path with it.");
    const meant = await meantBy(call, { path: given[0], text: unsaved });
    if (!meant.ok) return refused(meant.reason);
    return jsonAnswer(await callCommand({ ...call, reach: meant.reach }, options, [meant.path]));
  },
});
