// Findings as a project wants them: how much each matters is said in objectives.json.
import { inOrder, sleepingFindings, type Check } from "../language/diagnostics/check.ts";
import { isCode, levelOf } from "../language/diagnostics/codes.ts";
import type { Finding, SleepingFinding } from "../language/diagnostics/finding.ts";
import type { RuleLevel } from "./config.ts";

/** The findings of a check with the severities of the project, without those that it switches off, with those that it switches on. */
export function withRuleLevels(
  check: Check,
  rules: ReadonlyMap<string, RuleLevel>,
  findings: readonly Finding[] = check.findings,
): readonly Finding[] {
  if (rules.size === 0) return findings;
  const isWoken = [...rules.keys()].some((code) => isCode(code) && levelOf(code) === "off");
  const found = isWoken ? [...findings, ...sleepingFindings(check)] : findings;
  const levelled = (finding: Finding | SleepingFinding): readonly Finding[] => {
    const level = rules.get(finding.code) ?? finding.severity;
    return level === "off" ? [] : [{ ...finding, severity: level }];
  };
  const levelledFindings = found.flatMap(levelled);
  return isWoken ? inOrder(check.model, levelledFindings) : levelledFindings;
}
