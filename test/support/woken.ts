// Findings as a project has them that switches on what is off by itself.
import { check } from "../../server/src/language/diagnostics/check.ts";
import { codes, levelOf, type Code } from "../../server/src/language/diagnostics/codes.ts";
import type { Finding } from "../../server/src/language/diagnostics/finding.ts";
import { withRuleLevels } from "../../server/src/project/rule-levels.ts";
import { workspaceOf } from "./fixture.ts";

export const ALL_CODES = Object.keys(codes) as Code[];

export const SLEEPING: readonly Code[] = ALL_CODES.filter((code) => levelOf(code) === "off");

/** The findings of a fixture's sets and lonely fragments with these codes switched on. */
export function wokenFindings(fixture: string, woken: readonly Code[] = SLEEPING): readonly Finding[] {
  const levels = new Map(woken.map((code) => [code, "hint"] as const));
  return workspaceOf(fixture).flatMap((model) => withRuleLevels(check(model), levels));
}

/** What an example of this code is found to have: where the code is off by itself, with it switched on. */
export function findingsOfExample(code: Code, fixture: string): readonly Finding[] {
  return wokenFindings(fixture, levelOf(code) === "off" ? [code] : []);
}
