// From the platform's JSON: as a text, or into the texts that are there.
import type { CancellationToken } from "vscode-languageserver";
import { decompile } from "../../language/compile/decompile.ts";
import type { Refusal } from "../../language/compile/parse-json.ts";
import { pull } from "../../language/compile/pull.ts";
import { readPayload } from "../../language/compile/read-payload.ts";
import { messageOf } from "../../language/diagnostics/codes.ts";
import type { DecompileResult, PullParams, PullResult } from "../../protocol.ts";
import { checkedWith } from "../checked-with.ts";
import { unreadable } from "../compiling.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { answer, answerAbout } from "../requests.ts";
import type { Server } from "../serving.ts";
import { toLocation } from "../to-lsp.ts";

export const fromJson: Feature = {
  capability: () => ({}),
  register: (server) => {
    answer(server, "objectives/decompile", ({ json }) => decompiled(json));
    answerAbout(server, "objectives/pull", (document, params, token) =>
      pulled(server, document, params, token),
    );
  },
};

async function pulled(
  { workspace, inWords }: Server,
  document: OpenDocument,
  { json, params }: PullParams,
  token: CancellationToken,
): Promise<PullResult> {
  const reading = readPayload(json);
  if ("refused" in reading) return { kind: "refused", reasons: reading.refused.map(placed) };
  const current = await workspace.whole(document, token);
  const unread = unreadable(current.model, workspace);
  if (unread.length > 0) return { kind: "refused", reasons: unread.map(({ message }) => message) };
  const outcome = pull(params ? checkedWith(current, params) : current, reading.document, reading.extras);
  if (outcome.kind === "fragment") return { kind: "refused", reasons: ["A fragment is no set."] };
  if (outcome.kind === "refused")
    return {
      kind: "refused",
      reasons: outcome.findings.map((it) => inWords(messageOf(it.code, it.arguments))),
    };
  const edits = outcome.edits.map(({ newText, ...place }) => ({ ...toLocation(workspace, place), newText }));
  return { kind: "edits", edits, notes: outcome.notes.map(({ reason }) => reason) };
}

function decompiled(json: string): DecompileResult {
  const reading = readPayload(json);
  if ("refused" in reading) return { kind: "refused", reasons: reading.refused.map(placed) };
  const { document, extras, notes } = reading;
  return { kind: "text", text: decompile(document, extras), notes: notes.map(placed) };
}

function placed({ line, column, pointer, reason }: Refusal): string {
  return `Line ${line}, column ${column}${pointer === "" ? "" : ` (${pointer})`}: ${reason}`;
}
