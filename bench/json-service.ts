// What a user has today: VS Code's JSON language service with a schema of the platform's format.
import {
  getLanguageService,
  TextDocument,
  type Diagnostic,
  type LanguageService,
} from "vscode-json-languageservice";
import { platformSchema } from "./platform-schema.ts";

/** A service that knows the schema. */
export function jsonService(): LanguageService {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    schemas: [{ uri: "memory://objectives", fileMatch: ["*.json"], schema: platformSchema }],
  });
  return service;
}

/** Reads and validates the text afresh, as the service does after every keystroke. */
export async function jsonFindings(service: LanguageService, json: string): Promise<readonly Diagnostic[]> {
  const document = TextDocument.create("file:///set.json", "json", 1, json);
  return service.doValidation(document, service.parseJSONDocument(document));
}
