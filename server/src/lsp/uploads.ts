// What was uploaded of a set last, as its client says: the client knows the target and its lock, and keeps the key.
import { Emitter, type Connection, type Event } from "vscode-languageserver";
import { readPayload } from "../language/compile/read-payload.ts";
import type { SetDocument } from "../language/compile/payload.ts";
import type { ClientNotifications } from "../protocol.ts";
import type { OpenDocuments } from "./documents.ts";

export interface Uploaded {
  readonly target: string;
  /** The values that the target gives params. */
  readonly params: Readonly<Record<string, string>>;
  /** Undefined where nothing was uploaded there yet. */
  readonly base: SetDocument | undefined;
}

export interface Uploads {
  /** Undefined where the client says nothing of it. */
  readonly of: (uri: string) => Uploaded | undefined;
  readonly onDidChange: Event<void>;
}

/** Listens to what the client says. */
export function knownUploads(connection: Connection, documents: OpenDocuments): Uploads {
  const known = new Map<string, Uploaded>();
  const said = new Map<string, string>();
  const changed = new Emitter<void>();
  connection.onNotification(
    "objectives/uploaded",
    ({ uri, target, params = {}, base }: ClientNotifications["objectives/uploaded"]) => {
      const words = JSON.stringify([target, params, base]);
      if (said.get(uri) === words) return; // what is told again changes nothing that is shown
      said.set(uri, words);
      known.set(uri, { target, params, base: base === undefined ? undefined : documentIn(base) });
      changed.fire();
    },
  );
  documents.onDidClose(({ document: { uri } }) => {
    known.delete(uri);
    said.delete(uri);
  });
  return { of: (uri) => known.get(uri), onDidChange: changed.event };
}

function documentIn(json: string): SetDocument | undefined {
  const reading = readPayload(json);
  return "document" in reading ? reading.document : undefined;
}
