// What an objective says: its own words, and what defaults and built-in values say for it.
import type * as ast from "../syntax/ast.ts";
import { interpolate, type ParamValues } from "./params.ts";
import { unitOf, type Model } from "./analyze.ts";

/** The prompt's text, of several the first's. */
export function promptOf({ properties }: Pick<ast.Objective, "properties">): ast.Text | undefined {
  return properties.find((it) => it.kind === "prompt")?.text;
}

/** The values that hold where an objective says nothing. */
export interface Defaults {
  readonly confirm: string;
  readonly modality: string;
  /** "" where there is none. */
  readonly callback: string;
}

/** For every file of the set what its objectives say unless they say otherwise: its own defaults, else the set's, else what is built in. */
export function defaultsByFile(model: Model, params: ParamValues): readonly Defaults[] {
  const ofSet = defaultsIn(model, 0, BUILT_IN_DEFAULTS, params);
  return model.files.map((_, file) => (file === 0 ? ofSet : defaultsIn(model, file, ofSet, params)));
}

/** What holds where neither an objective nor any defaults say more: the platform's own values. */
export const BUILT_IN_DEFAULTS: Defaults = { confirm: "auto", modality: "verbal", callback: "" };

function defaultsIn(model: Model, file: number, builtIn: Defaults, params: ParamValues): Defaults {
  const blocks = model.symbols.defaults.flatMap(({ at, declaration }) => {
    const node = at.file === file ? unitOf(model, at)?.declarations[declaration] : undefined;
    return node?.kind === "defaults" ? [node] : [];
  });
  return blocks.reduceRight((below, block) => applied(block.properties, below, params), builtIn);
}

/** The values of these properties, and those below where they say nothing. */
export function applied(properties: readonly ast.Property[], below: Defaults, params: ParamValues): Defaults {
  return {
    confirm: choice(properties, "confirm") ?? below.confirm,
    modality: choice(properties, "modality") ?? below.modality,
    callback: callback(properties, params) ?? below.callback,
  };
}

function choice(properties: readonly ast.Property[], kind: "confirm" | "modality"): string | undefined {
  for (const property of properties) if (property.kind === kind && property.value) return property.value.text;
  return undefined;
}

function callback(properties: readonly ast.Property[], params: ParamValues): string | undefined {
  for (const property of properties) {
    if (property.kind === "callback" && property.text) return interpolate(property.text, params);
  }
  return undefined;
}
