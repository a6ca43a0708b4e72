// What a command is about: the set that it names, or where it sends sets, with the params that its options give.
import type { ParamValues } from "../language/model/params.ts";
import type { Project } from "../project/find-project.ts";
import type { Target } from "../project/targets.ts";
import { targetOf } from "./connect.ts";
import { loadSet, type LoadedSet } from "./loaded-set.ts";
import { projectOf } from "./local-sets.ts";
import type { OptionValues } from "./options.ts";
import { areKnownParams, givenParams } from "./params.ts";
import type { Session } from "./session.ts";

/** Reads and checks the set; undefined, with a complaint, where that cannot be done as it is asked for. */
export async function namedSet(
  session: Session,
  file: string,
  options: OptionValues,
): Promise<LoadedSet | undefined> {
  const given = givenParams(session, options);
  const set = given && (await loadSet(session, file, given));
  return set && areKnownParams(session, [set], given) ? set : undefined;
}

export interface Destination {
  readonly project: Project;
  readonly target: Target;
  readonly params: ParamValues;
}

/** Where files are sent or pulled from; undefined, with a complaint, where somebody has to say more. */
export async function destinationOf(
  session: Session,
  files: readonly string[],
  options: OptionValues,
): Promise<Destination | undefined> {
  const params = givenParams(session, options);
  const project = params && (await projectOf(session, files));
  const target = project && (await targetOf(session, project));
  return target && { project, target, params };
}
