// Values of params from environment variables: `OBJECTIVES_PARAM_HOOKS` is the value of `hooks`.
import type { ParamValues } from "../language/model/params.ts";
import type { Environment } from "./keys.ts";

const PREFIX = "OBJECTIVES_PARAM_";

/** The values of those params that a variable names: by the name as written, else in capitals with `_` for what a variable cannot have. */
export function environmentParams(environment: Environment, names: Iterable<string>): ParamValues {
  const values = new Map<string, string>();
  for (const name of names) {
    const value = environment[PREFIX + name] ?? environment[PREFIX + capitals(name)];
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

function capitals(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
}
