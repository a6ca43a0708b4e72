// Sentences as those see them who read English.
import * as codes from "../../server/src/language/diagnostics/codes.ts";
import * as problems from "../../server/src/language/syntax/messages.ts";
import { inEnglish } from "../../server/src/language/text/sentence.ts";

export function messageOf(code: codes.Code, args: readonly string[]): string {
  return inEnglish(codes.messageOf(code, args));
}

export function describeProblem(problem: problems.Problem, args: readonly string[]): string {
  return inEnglish(problems.describeProblem(problem, args));
}
