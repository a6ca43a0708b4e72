// What several tools are given, and the files that are meant by it.
import * as z from "zod";
import { portablePath } from "../project/node-file-system.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";
import { isOurs, isWithin, type Reach } from "./reach.ts";
import type { ToolCall } from "./tool.ts";

const PATH_LIMIT = 1000;
const PATHS_LIMIT = 100;
const PARAMS_LIMIT = 100;

/** Characters of a text that is handed over: far above any set. */
const TEXT_LIMIT = 1_000_000;

/** Where a text stands that is handed over without a place. */
const NO_PLACE = `unsaved${FILE_ENDING}`;

export const path = z.string().min(1).max(PATH_LIMIT);

export const paths = z.array(path).max(PATHS_LIMIT);

export const text = z.string().max(TEXT_LIMIT);

/** A set, or a fragment of one. */
export const source = {
  path: path
    .optional()
    .describe(
      "The *.objectives file, seen from the workspace folder; with text, the place that the text is meant for",
    ),
  text: text
    .optional()
    .describe("The text itself, where it is not saved in a file: it is read in place of the file"),
};

export const params = z
  .record(z.string().min(1).max(PATH_LIMIT), text)
  .refine((it) => Object.keys(it).length <= PARAMS_LIMIT, `at most ${PARAMS_LIMIT} params`)
  .optional()
  .describe("Values of params, by their names");

export interface Source {
  readonly path?: string | undefined;
  readonly text?: string | undefined;
}

export type Meant =
  | { readonly ok: true; readonly path: string; readonly reach: Reach }
  | { readonly ok: false; readonly reason: string };

/** The file that a source is, with its text in reach; or why it is none. */
export async function meantBy({ world, reach }: ToolCall, { path: given, text }: Source): Promise<Meant> {
  if (given === undefined && text === undefined)
    return { ok: false, reason: "Name a file by its path, or hand over its text." };
  const file = given ?? NO_PLACE;
  const reason = await whyOutOfReach({ world, reach }, [file]);
  if (reason !== undefined) return { ok: false, reason };
  return { ok: true, path: file, reach: text === undefined ? reach : withText(reach, file, text) };
}

export function withText(reach: Reach, file: string, text: string): Reach {
  const place = portablePath(file, reach.roots[0]);
  return { ...reach, texts: new Map([...reach.texts, [place, text]]) };
}

/** Why one of these paths, folders and patterns may not be looked at; undefined where all may. */
export async function whyOutOfReach(
  { world, reach }: Pick<ToolCall, "world" | "reach">,
  given: readonly string[],
): Promise<string | undefined> {
  for (const it of given) {
    const place = portablePath(it, reach.roots[0]);
    const real = isWithin(reach.roots, place) ? await world.disk.realPath(place) : undefined;
    if (!isWithin(reach.roots, real ?? place))
      return `${it} lies outside of ${reach.roots.join(" and ")}, which is all that may be read here. Name a path in there.`;
    if (real !== undefined && (await world.disk.files.kindOf(real)) === "file" && !isOurs(real))
      return `${it} ends neither in ${FILE_ENDING} nor in .json, and nothing else is read here.`;
  }
  return undefined;
}
