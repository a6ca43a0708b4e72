// The API's documents: the only place that knows the platform's field names (docs.tavus.io, "Objectives").
import { BUILT_IN_DEFAULTS } from "../model/inherited.ts";

/** The platform's names for what an objective says, in the order of its own page. */
export const FIELD = {
  name: "objective_name",
  prompt: "objective_prompt",
  confirmation: "confirmation_mode",
  variables: "output_variables",
  modality: "modality",
  conditional: "next_conditional_objectives",
  requiredList: "next_required_objectives",
  requiredSingle: "next_required_objective",
  callback: "callback_url",
} as const;

/** How required links are written: the documented list, or the one string that the API takes since early 2026. */
export const LINK_FORMS = ["list", "single"] as const;
export type LinkForm = (typeof LINK_FORMS)[number];

/** What holds where a document says nothing. */
export const BUILT_IN = {
  confirmation: BUILT_IN_DEFAULTS.confirm,
  modality: BUILT_IN_DEFAULTS.modality,
} as const;

/** One objective set as the platform sees it: defaults filled in, one link form, order kept. */
export interface SetDocument {
  /** "" where the set has no name. */
  readonly name: string;
  readonly objectives: readonly ObjectiveItem[];
}

export interface ObjectiveItem {
  readonly name: string;
  readonly prompt: string;
  /** `auto`, `manual`, or a word that the platform does not know. */
  readonly confirmation: string;
  readonly variables: readonly string[];
  /** `verbal`, `visual`, or a word that the platform does not know. */
  readonly modality: string;
  /** Target and condition, in their order (a JavaScript object would reorder "10" and lose "__proto__"). */
  readonly conditional: readonly (readonly [target: string, condition: string])[];
  readonly required: readonly string[];
  /** "" where there is none. */
  readonly callback: string;
}
