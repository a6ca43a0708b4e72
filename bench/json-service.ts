// What a user has today: VS Code's JSON language service with a schema of the platform's format.
import {
  getLanguageService,
  TextDocument,
  type Diagnostic,
  type JSONSchema,
} from "vscode-json-languageservice";

const name: JSONSchema = { type: "string", pattern: "^\\S+$", maxLength: 100 };

const schema: JSONSchema = {
  type: "object",
  required: ["data"],
  properties: {
    name: { type: "string" },
    data: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["objective_name", "objective_prompt"],
        properties: {
          objective_name: name,
          objective_prompt: { type: "string", minLength: 1, maxLength: 1_000 },
          confirmation_mode: { enum: ["auto", "manual"] },
          output_variables: { type: "array", items: { type: "string" }, uniqueItems: true },
          modality: { enum: ["verbal", "visual"] },
          next_conditional_objectives: { type: "object", additionalProperties: { type: "string" } },
          next_required_objective: { type: "string" },
          callback_url: { type: "string", format: "uri" },
        },
      },
    },
  },
};

const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: "memory://objectives", fileMatch: ["*.json"], schema }],
});

/** Reads and validates the text afresh, as the service does after every keystroke. */
export async function jsonServiceFindings(json: string): Promise<readonly Diagnostic[]> {
  const document = TextDocument.create("file:///set.json", "json", 1, json);
  return service.doValidation(document, service.parseJSONDocument(document));
}
