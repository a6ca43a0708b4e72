// The tools that an assistant has. None of them writes a file, and none uploads.
import type { Reach } from "./reach.ts";
import { refused, type Answer, type Tool } from "./tool.ts";
import { checkTool } from "./tools/check.ts";
import { compileTool } from "./tools/compile.ts";
import { decompileTool } from "./tools/decompile.ts";
import { explainTool } from "./tools/explain.ts";
import { formatTool } from "./tools/format.ts";
import { graphTool } from "./tools/graph.ts";
import { planTool } from "./tools/plan.ts";
import type { AssistantWorld } from "./world.ts";

export const TOOLS: readonly Tool[] = [
  checkTool,
  explainTool,
  formatTool,
  graphTool,
  compileTool,
  decompileTool,
  planTool,
];

/** Characters that an answer may have: more than an assistant can use, and less than what would stall its program. */
const ANSWER_LIMIT = 400_000;

/** Answers a call of a tool by its name. Never rejects. */
export type CallTool = (name: string, input: unknown, reach: Reach, signal: AbortSignal) => Promise<Answer>;

/** How the bundle for assistants gives its tools; `bundles` is the folder that it stands in. */
export type OpenTools = (bundles: string) => CallTool;

export function toolsIn(world: AssistantWorld): CallTool {
  return async (name, input, reach, signal) => {
    const tool = TOOLS.find((it) => it.name === name);
    if (tool === undefined) return refused(`No tool is called '${name}'.`);
    const answer = await tool.run(input, { world, reach, signal });
    if (!answer.ok || answer.text.length <= ANSWER_LIMIT) return answer;
    return refused(
      `The answer has ${answer.text.length} characters, and ${ANSWER_LIMIT} is the most. Ask about fewer files.`,
    );
  };
}
