// A client that says what targets got of sets last, as the extension does by their locks.
import type { ProtocolConnection } from "vscode-languageserver/node";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import { readPayload } from "../../server/src/language/compile/read-payload.ts";
import { contentHash } from "../../server/src/project/content-hash.ts";
import type { ClientRequests, TargetUpload } from "../../server/src/protocol.ts";
import type { LspPair, PairOptions } from "./lsp-pair.ts";

export const NEVER_UPLOADED: TargetUpload = { target: "tavus", params: {}, isThere: false, hash: null };

export interface TellingClient {
  readonly options: PairOptions;
  /** By URI: what is said of a set; of others, nothing. */
  readonly said: Map<string, TargetUpload>;
}

export function tellingClient(more: object = {}): TellingClient {
  const said = new Map<string, TargetUpload>();
  const answering = (client: ProtocolConnection): void =>
    void client.onRequest(
      "objectives/lastUpload",
      ({ uri }: ClientRequests["objectives/lastUpload"]["params"]) => said.get(uri) ?? null,
    );
  return { options: { answering, initializationOptions: { uploads: "told", ...more } }, said };
}

/** What is said of a set once it was uploaded as its files are now. */
export async function uploadedNow(
  pair: Pick<LspPair, "ask">,
  uri: string,
  params: TargetUpload["params"] = {},
): Promise<TargetUpload> {
  const result = await pair.ask("objectives/compile", { uri, params });
  const hash = await contentHash(documentIn(result?.kind === "document" ? result.json : ""));
  return { ...NEVER_UPLOADED, params, isThere: true, hash };
}

function documentIn(json: string): SetDocument {
  const reading = readPayload(json);
  if ("refused" in reading) throw new Error("The set says no one document.");
  return reading.document;
}
