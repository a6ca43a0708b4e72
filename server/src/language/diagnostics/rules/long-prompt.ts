// `long-prompt`: more than one goal can be said in.
import { template } from "../../syntax/written.ts";
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

const LONGEST = 1_000;

export function longPrompt({ properties }: ast.Objective, report: Report): void {
  for (const property of properties) {
    if (property.kind !== "prompt" || !property.text) continue;
    const { length } = template(property.text);
    if (length > LONGEST) report(unitFinding("long-prompt", property.keyword, length.toLocaleString("en")));
  }
}
