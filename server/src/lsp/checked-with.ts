// A set as a target has it: checked with the values that it gives params.
import { check, type Check } from "../language/diagnostics/check.ts";
import { withParams } from "../language/model/analyze.ts";

export function checkedWith(current: Check, params: Readonly<Record<string, string>>): Check {
  return check(withParams(current.model, new Map(Object.entries(params))), current);
}
