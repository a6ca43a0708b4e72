// A JSON schema of the platform's format as one would publish it: every rule that a schema can express, and help to write by.
import type { JSONSchema } from "vscode-json-languageservice";

const name: JSONSchema = {
  type: "string",
  minLength: 1,
  maxLength: 100,
  pattern: "^[A-Za-z0-9_]+$",
  patternErrorMessage: "A name has letters, digits and underscores, and no spaces.",
};

const condition: JSONSchema = {
  type: "string",
  minLength: 1,
  pattern: "\\S",
  patternErrorMessage: "A condition has words.",
  description: "What must hold for this objective to be next, in words.",
  examples: ["If the patient has been to the practice before"],
};

const objective: JSONSchema = {
  type: "object",
  title: "Objective",
  description: "One goal of the conversation.",
  additionalProperties: false,
  required: ["objective_name", "objective_prompt"],
  not: { required: ["next_required_objective", "next_conditional_objectives"] },
  allOf: [{ not: { required: ["next_required_objective", "next_required_objectives"] } }],
  errorMessage: "Either one objective is required next, or conditions say which one is.",
  defaultSnippets: [
    {
      label: "objective",
      body: { objective_name: "$1", objective_prompt: "$2", output_variables: ["$3"] },
    },
  ],
  properties: {
    objective_name: {
      ...name,
      description: "A descriptive name for the objective, without spaces.",
      examples: ["check_patient_status"],
    },
    objective_prompt: {
      type: "string",
      minLength: 1,
      maxLength: 1_000,
      pattern: "\\S",
      patternErrorMessage: "A prompt has words.",
      description: "What the goals of this objective are. The more detail, the better.",
      examples: ["Ask the patient if they are new or are returning."],
    },
    confirmation_mode: {
      enum: ["auto", "manual"],
      enumDescriptions: ["The model decides whether it is completed.", "The participant confirms it."],
      default: "auto",
      description: "Who decides whether this objective is completed.",
    },
    output_variables: {
      type: "array",
      items: { ...name, description: "A variable's name.", examples: ["patient_status"] },
      uniqueItems: true,
      default: [],
      description: "What is collected when the objective is completed.",
    },
    modality: {
      enum: ["verbal", "visual"],
      enumDescriptions: ["By what the participant says.", "By what the camera shows."],
      default: "verbal",
      description: "Whether it is completed by what is said or by what is seen.",
    },
    next_conditional_objectives: {
      type: "object",
      propertyNames: name,
      additionalProperties: condition,
      minProperties: 1,
      description: "The objectives that may be next, each with its condition.",
    },
    next_required_objective: { ...name, description: "The objective that is next." },
    next_required_objectives: {
      type: "array",
      items: name,
      uniqueItems: true,
      description: "The objectives that are next, in the older form.",
    },
    callback_url: {
      type: "string",
      format: "uri",
      pattern: "^https?://",
      patternErrorMessage: "An absolute URL, such as https://example.com/hook.",
      description: "The address that is notified when the objective is completed.",
      examples: ["https://your-server.com/objectives-webhook"],
    },
  },
};

export const platformSchema: JSONSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Objectives",
  description: "A set of objectives, as the platform takes it.",
  type: "object",
  additionalProperties: false,
  required: ["data"],
  properties: {
    name: { type: "string", minLength: 1, description: "The set's name." },
    data: {
      type: "array",
      minItems: 1,
      items: objective,
      description: "The objectives, in any order; exactly one is next to no other.",
    },
  },
};
