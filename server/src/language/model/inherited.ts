// What an objective says once defaults and built-in values are taken in.
import type * as ast from "../syntax/ast.ts";
import { interpolate, type ParamValues } from "./params.ts";
import { declarationsOf, type Source } from "./source.ts";

/** The values that hold where an objective says nothing. */
export interface Defaults {
  readonly confirm: string;
  readonly modality: string;
  /** "" where there is none. */
  readonly callback: string;
}

/** What every objective of the source says unless it says otherwise, after the given built-in values. */
export function defaultsOf(source: Source, builtIn: Defaults, params: ParamValues): Defaults {
  const blocks = [...declarationsOf(source)].flatMap(({ node }) => (node.kind === "defaults" ? [node] : []));
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
