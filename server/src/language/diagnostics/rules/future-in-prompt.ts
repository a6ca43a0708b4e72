// `future-in-prompt`: a prompt, in English, that speaks of what comes after its objective.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";
import { excerptOf, placeOf, type Prompt } from "../prompts.ts";
import { futureIn } from "../routing.ts";

export function futureInPrompt(prompt: Prompt, report: Report, unit: Unit): void {
  const sentence = futureIn(prompt.words);
  if (sentence)
    report(unitFinding("future-in-prompt", placeOf(sentence, prompt.text, unit), excerptOf(sentence)));
}
