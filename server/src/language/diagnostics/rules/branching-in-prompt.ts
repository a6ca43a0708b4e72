// `branching-in-prompt`: a prompt, in English, that chooses between ways, which is what arrows are for.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";
import { excerptOf, placeOf, type Prompt } from "../prompts.ts";
import { branchIn } from "../routing.ts";

export function branchingInPrompt(prompt: Prompt, report: Report, unit: Unit): void {
  const sentence = branchIn(prompt.words);
  if (sentence)
    report(unitFinding("branching-in-prompt", placeOf(sentence, prompt.text, unit), excerptOf(sentence)));
}
