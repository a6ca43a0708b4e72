// Findings as a project wants them: how much each matters is said in objectives.json.
import type { Finding } from "../language/diagnostics/finding.ts";
import type { RuleLevel } from "./config.ts";

/** The findings with the severities of the project, without those that it switches off. */
export function withRuleLevels(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, RuleLevel>,
): readonly Finding[] {
  if (rules.size === 0) return findings;
  return findings.flatMap((finding) => {
    const level = rules.get(finding.code) ?? finding.severity;
    return level === "off" ? [] : [{ ...finding, severity: level }];
  });
}
