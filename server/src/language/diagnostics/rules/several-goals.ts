// `several-goals`: a prompt, in English, that sets goals of several kinds; silent where `long-prompt` speaks.
import { unitFinding, type Report } from "../finding.ts";
import { hasSeveralGoals } from "../goals.ts";
import type { Prompt } from "../prompts.ts";

export function severalGoals({ keyword, words }: Prompt, report: Report): void {
  if (hasSeveralGoals(words)) report(unitFinding("several-goals", keyword));
}
