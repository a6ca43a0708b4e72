// The language's words: what each means, what value it takes, and what the platform says of it.
// Checks, completion, hover and the reference are driven by these tables.
import { sentence, type Sentence } from "./text/sentence.ts";

/** What may stand behind a property's keyword. */
export type ValueKind = "text" | "names" | "choice" | "entry";

export interface PropertySpec {
  readonly value: ValueKind;
  /** The values that the platform knows, the built-in one first. */
  readonly choices?: Readonly<Record<string, Sentence>>;
  readonly required: boolean;
  /** Whether `defaults { … }` may say it. */
  readonly inDefaults: boolean;
  /** Markdown. */
  readonly doc: Sentence;
}

export const properties = {
  modality: {
    value: "choice",
    choices: {
      verbal: sentence`Completed by what the participant says. The built-in value.`,
      visual: sentence`Completed by what the camera shows. The persona needs a perception layer.`,
    },
    required: false,
    inDefaults: true,
    doc: sentence`Whether the objective is completed by the participant's spoken or visible response: \`verbal\` (the built-in value) or \`visual\`.`,
  },
  prompt: {
    value: "text",
    required: true,
    inDefaults: false,
    doc: sentence`What the agent should achieve. The more detail, the better: one goal, and an outcome that can be observed.`,
  },
  collect: {
    value: "names",
    required: false,
    inDefaults: false,
    doc: sentence`The variables that are collected when the objective is completed, separated by commas.`,
  },
  confirm: {
    value: "choice",
    choices: {
      auto: sentence`The platform's model decides whether the objective is completed. The built-in value.`,
      manual: sentence`The participant confirms: the platform sends \`conversation.objective.pending\`, and the client answers with \`conversation.objective.confirm\`.`,
    },
    required: false,
    inDefaults: true,
    doc: sentence`Who decides that the objective is completed: the platform's model (\`auto\`, the built-in value) or the participant (\`manual\`).`,
  },
  callback: {
    value: "text",
    required: false,
    inDefaults: true,
    doc: sentence`The URL that is notified when the objective is completed. \`callback ""\` switches off one that \`defaults\` sets.`,
  },
  meta: {
    value: "entry",
    required: false,
    inDefaults: false,
    doc: sentence`A note of your own, a name and a string: kept with the text, never uploaded.`,
  },
} as const satisfies Record<string, PropertySpec>;

export type PropertyName = keyof typeof properties;

export function isPropertyName(word: string): word is PropertyName {
  return Object.hasOwn(properties, word);
}

export const declarations = {
  objectives: sentence`The set's name. A file with this line is a set: it compiles to one document of the platform.`,
  include: sentence`Puts the declarations of another file into this set.`,
  param: sentence`A value that may differ from target to target, written \`\${name}\` in a text.`,
  defaults: sentence`What every objective of this file says unless it says otherwise: \`confirm\`, \`modality\`, \`callback\`.`,
  objective: sentence`One goal of the conversation, with the objectives that follow it.`,
  scenario: sentence`A conversation that must be possible: the objectives it passes, in order.`,
} as const satisfies Record<string, Sentence>;

export type DeclarationName = keyof typeof declarations;

export const edgeWords = {
  when: sentence`The condition under which this objective is next.`,
  otherwise: sentence`The next objective where no condition holds.`,
} as const satisfies Record<string, Sentence>;

/** What the platform is told where `otherwise` stands without a text. */
export const OTHERWISE_CONDITION = "In any other case";

/** Words that cannot be a name without quotes. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...Object.keys(declarations),
  ...Object.keys(properties),
  ...Object.keys(edgeWords),
]);
