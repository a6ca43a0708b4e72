// What the reference adds to the vocabulary's words: what each becomes in the API's document, and an example.
import { BUILT_IN, FIELD } from "../../server/src/language/compile/payload.ts";
import {
  OTHERWISE_CONDITION,
  type DeclarationName,
  type PropertyName,
} from "../../server/src/language/vocabulary.ts";

export type Word = DeclarationName | PropertyName | "->";

export interface Facts {
  /** What it becomes, in Markdown. */
  readonly becomes: string;
  /** What holds where it is not said; "" where that is no question. */
  readonly unsaid: string;
  readonly example: string;
  /** What else there is to know. */
  readonly more?: string;
}

export const words = {
  objectives: {
    becomes: "`name` of the set, left out where the text is empty",
    unsaid: "the file is a fragment",
    example: 'objectives "Bike repair"',
  },
  include: {
    becomes: "the fragment's objectives, behind the set's own",
    unsaid: "the set is one file",
    example: 'include "./closing.objectives"',
    more: "The path is seen from the file, with `/`, and stays inside the workspace. A fragment may include others; one that is reached twice counts once.",
  },
  param: {
    becomes: "its value, wherever `${name}` stands",
    unsaid: "",
    example: 'param workshop = "Spoke and Wheel"\nparam hooks',
    more: "A value from the target or from `--param` comes before the param's own, and has to be there where it has none.",
  },
  defaults: {
    becomes: "the fields of the properties in it",
    unsaid: "the built-in values",
    example: 'defaults {\n  modality verbal\n  callback "https://example.com/bookings"\n}',
    more: "What an objective says itself comes first, then the `defaults` of its file, then those of the set. A file has at most one.",
  },
  objective: {
    becomes: `\`${FIELD.name}\``,
    unsaid: "",
    example:
      'objective ask_problem {\n  prompt "Find out what is wrong with the bike."\n  collect problem\n}',
  },
  scenario: {
    becomes: "nothing: it is checked, not uploaded",
    unsaid: "",
    example:
      'scenario "A flat tyre" {\n  ask_problem { problem = "The tyre is flat" }\n  agree_day\n  end\n}',
    more: "A step names an objective that follows from those before it, and may give values to what it collects. `end` says that nothing may follow.",
  },
  modality: {
    becomes: `\`${FIELD.modality}\``,
    unsaid: `\`${BUILT_IN.modality}\``,
    example: inObjective('modality visual\nprompt "The damaged part of the bike is held up to the camera."'),
  },
  prompt: {
    becomes: `\`${FIELD.prompt}\``,
    unsaid: "an error: every objective has one",
    example: inObjective('prompt "Find out what is wrong with the bike."'),
  },
  collect: {
    becomes: `\`${FIELD.variables}\``,
    unsaid: "the field is left out",
    example: inObjective('prompt "Ask for a telephone number."\ncollect telephone_number, best_time_to_call'),
  },
  confirm: {
    becomes: `\`${FIELD.confirmation}\``,
    unsaid: `\`${BUILT_IN.confirmation}\``,
    example: inObjective('prompt "Read the telephone number back to the customer."\nconfirm manual'),
  },
  callback: {
    becomes: `\`${FIELD.callback}\``,
    unsaid: "the field is left out",
    example: inObjective('prompt "Agree on a day."\ncallback "https://example.com/bookings"'),
  },
  meta: {
    becomes: "nothing: it is not uploaded",
    unsaid: "",
    example: inObjective('prompt "Agree on a day."\nmeta owner "Workshop team"'),
  },
  "->": {
    becomes: `\`${FIELD.requiredList}\`, or \`${FIELD.requiredSingle}\` where the server takes one; with a condition \`${FIELD.conditional}\``,
    unsaid: "the objective is an end of the conversation",
    example: inObjective(
      'prompt "Find out what is wrong with the bike."\n\n-> agree_day when "The bike needs the workshop"\n-> call_back otherwise',
    ),
    more: `An arrow alone is always taken, so it stands alone. Of several arrows with conditions the one whose condition holds is taken. For \`otherwise\` without a text the platform is told \`${OTHERWISE_CONDITION}\`.`,
  },
} as const satisfies Record<Word, Facts>;

function inObjective(lines: string): string {
  return `objective ask_problem {\n${lines.replace(/^(?=.)/gm, "  ")}\n}`;
}
