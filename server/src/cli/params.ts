// `--param name=value`: values of params that a call gives, before those of the environment and of the target.
import type { ParamValues } from "../language/model/params.ts";
import { nearest } from "../language/text/nearest.ts";
import type { LoadedSet } from "./loaded-set.ts";
import type { OptionSpec, OptionValues } from "./options.ts";
import { textsOf } from "./options.ts";
import type { Session } from "./session.ts";
import { complain } from "./session.ts";

export const PARAM_OPTION: OptionSpec = {
  form: "--param <name=value>",
  doc: "the value of a param, again for each; without it OBJECTIVES_PARAM_<NAME>, the target's, its own",
  value: "texts",
};

/** The values that the options give; undefined, with a complaint, where one has not the form of one. */
export function givenParams(session: Session, options: OptionValues): ParamValues | undefined {
  const values = new Map<string, string>();
  for (const text of textsOf(options, "param")) {
    const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      complain(
        session,
        `--param wants a name and a value, such as hooks=https://example.com, not '${text}'.`,
      );
      return undefined;
    }
    values.set(name, value);
  }
  return values;
}

/** Whether each given param is one of these sets; complains about what is none. */
export function areKnownParams(session: Session, sets: readonly LoadedSet[], given: ParamValues): boolean {
  const known = new Set(sets.flatMap(({ check }) => check.model.symbols.params.map(({ name }) => name)));
  const unknown = [...given.keys()].filter((name) => !known.has(name));
  const where = sets.length === 1 ? sets[0]?.input.name : undefined;
  for (const name of unknown) {
    const meant = nearest(name, known);
    const advice =
      meant === undefined ? `Write param ${name} there, or leave it out.` : `Did you mean '${meant}'?`;
    complain(
      session,
      `${where ?? "None of these sets"} has ${where ? "no" : "a"} param '${name}'. ${advice}`,
    );
  }
  return unknown.length === 0;
}
