// The tool `plan`: what an upload would do, asked of an address that people have approved.
import * as z from "zod";
import { destinationOf } from "../../cli/named-set.ts";
import { openSession } from "../../cli/session.ts";
import type { Target } from "../../project/targets.ts";
import { callCommand, complaintsIn, jsonAnswer, paramOptions } from "../command-call.ts";
import { params, paths, whyOutOfReach } from "../inputs.ts";
import { planned } from "../outputs.ts";
import { refused, tool, type ToolCall } from "../tool.ts";
import { commandWorld, type Printed } from "../world.ts";

export const planTool = tool({
  name: "plan",
  title: "Plan an upload of objectives",
  description:
    "Compares saved sets of objectives with what is on the platform, and says what an upload would do to each: create, update, unchanged, or why somebody has to decide. It changes nothing there or here. It asks the built-in emulator, or the address that people approved; which one is not yours to choose. Uploading is done by people.",
  input: z.strictObject({
    paths: paths
      .optional()
      .describe(
        "The sets, seen from the workspace folder; without any, those that the target names, else all",
      ),
    params,
  }),
  output: planned,
  asks: "approved addresses",
  run: async ({ paths: given = [], params: values }, call) => {
    const reason = (await whyOutOfReach(call, given)) ?? (await whyNotAsked(call, given));
    if (reason !== undefined) return refused(reason);
    return jsonAnswer(await callCommand(call, ["plan", "--json", ...paramOptions(values)], given));
  },
});

/** Said beforehand, in words: a request that is stopped on its way only shows as a platform that is not there. */
async function whyNotAsked(
  { world, reach, signal }: ToolCall,
  given: readonly string[],
): Promise<string | undefined> {
  const printed: Printed = { output: "", errors: "" };
  const session = openSession(commandWorld(world, reach, printed, signal), { target: reach.target });
  const destination = await destinationOf(session, given, {});
  if (destination === undefined) return complaintsIn(printed.errors);
  return reach.origins.includes(destination.target.origin)
    ? undefined
    : describeUnapproved(destination.target);
}

function describeUnapproved({ name, origin }: Target): string {
  return `The target '${name}' is at ${origin}, which nobody has approved for assistants, so nothing was asked. Only people can approve it: with --allow-origin, where they start this server.`;
}
