// The text of an objectives.json with another severity for a finding.
import { applyEdits, modify } from "jsonc-parser";
import type { RuleLevel } from "./config.ts";

/** The whole text anew, laid out as it was; of a file that is not there yet, its first one. */
export function withRuleLevel(text: string | undefined, code: string, level: RuleLevel): string {
  const before = text === undefined || text.trim() === "" ? NEW_CONFIG : text;
  const layout = { insertSpaces: !/^\t/m.test(before), tabSize: 2, eol: lineEndOf(before) };
  const edits = modify(before, ["rules", code], level, { formattingOptions: layout });
  return applyEdits(before, edits);
}

const NEW_CONFIG = '{\n  "version": 1\n}\n';

function lineEndOf(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? "\n";
}
