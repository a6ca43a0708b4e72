// A document pulled into a text, or into the texts of a set of several files.
import { pull } from "../../server/src/language/compile/pull.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import type { MetaEntry } from "../../server/src/language/compile/read-payload.ts";
import { check } from "../../server/src/language/diagnostics/check.ts";
import { edited, fixtureOf } from "./edited.ts";
import { filesOf, modelOf } from "./fixture.ts";

export interface PullOptions {
  readonly given?: Readonly<Record<string, string>>;
  readonly extras?: readonly (readonly MetaEntry[])[];
}

/** The fixture after the pull; it throws where it says no one document. */
export function pullText(
  fixture: string,
  remote: SetDocument,
  { given = {}, extras = [] }: PullOptions = {},
) {
  const pulled = pull(check(modelOf(fixture, given)), remote, extras);
  if (pulled.kind !== "edits") throw new Error(`Nothing was pulled: ${JSON.stringify(pulled)}`);
  const { edits, notes } = pulled;
  return { text: fixtureOf(edited(filesOf(fixture), edits)), edits, notes };
}
