// The tool `compile`: a set as the platform's JSON.
import * as z from "zod";
import { LINK_FORMS } from "../../language/compile/payload.ts";
import { callCommand, jsonAnswer, paramOptions } from "../command-call.ts";
import { meantBy, params, source } from "../inputs.ts";
import { compiled } from "../outputs.ts";
import { refused, tool } from "../tool.ts";

export const compileTool = tool({
  name: "compile",
  title: "Compile objectives",
  description:
    "Gives the JSON document that the Tavus platform takes for a set of objectives, with the set's findings. The document is null where the text does not say one. Nothing is written or sent: people upload sets themselves.",
  input: z.strictObject({
    ...source,
    required: z
      .enum(LINK_FORMS)
      .optional()
      .describe(
        "Required links as next_required_objectives (list, the usual) or next_required_objective (single)",
      ),
    params,
  }),
  output: compiled,
  asks: "files alone",
  run: async ({ required = "list", params: values, ...given }, call) => {
    const meant = await meantBy(call, given);
    if (!meant.ok) return refused(meant.reason);
    const options = ["compile", "--json", `--required=${required}`, ...paramOptions(values)];
    return jsonAnswer(await callCommand({ ...call, reach: meant.reach }, options, [meant.path]));
  },
});
