// `long-prompt`: more than one goal can be said in. Of such a prompt no other rule speaks.
import { unitFinding, type Report } from "../finding.ts";
import { LONGEST_PROMPT, type Prompt } from "../prompts.ts";

export function longPrompt({ keyword, words: { length } }: Prompt, report: Report): void {
  if (length > LONGEST_PROMPT) report(unitFinding("long-prompt", keyword, length.toLocaleString("en")));
}
