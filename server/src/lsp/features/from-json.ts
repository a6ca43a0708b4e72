// From the platform's JSON: as a text, or into the texts that are there.
import type { CancellationToken } from "vscode-languageserver";
import { decompile } from "../../language/compile/decompile.ts";
import type { Refusal } from "../../language/compile/parse-json.ts";
import { pull } from "../../language/compile/pull.ts";
import { readPayload } from "../../language/compile/read-payload.ts";
import { messageOf } from "../../language/diagnostics/codes.ts";
import { sentence } from "../../language/text/sentence.ts";
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
    answer(server, "objectives/decompile", ({ json }) => decompiled(json, server));
    answerAbout(server, "objectives/pull", (document, params, token) =>
      pulled(server, document, params, token),
    );
  },
};

async function pulled(
  server: Server,
  document: OpenDocument,
  { json, params }: PullParams,
  token: CancellationToken,
): Promise<PullResult> {
  const { workspace, inWords } = server;
  const reading = readPayload(json);
  if ("refused" in reading)
    return { kind: "refused", reasons: reading.refused.map((it) => placed(it, server)) };
  const current = await workspace.whole(document, token);
  const unread = unreadable(current.model, server);
  if (unread.length > 0) return { kind: "refused", reasons: unread.map(({ message }) => message) };
  const outcome = pull(params ? checkedWith(current, params) : current, reading.document, reading.extras);
  if (outcome.kind === "fragment")
    return { kind: "refused", reasons: [inWords(sentence`A fragment is no set.`)] };
  if (outcome.kind === "refused")
    return {
      kind: "refused",
      reasons: outcome.findings.map((it) => inWords(messageOf(it.code, it.arguments))),
    };
  const edits = outcome.edits.map(({ newText, ...place }) => ({ ...toLocation(workspace, place), newText }));
  return { kind: "edits", edits, notes: outcome.notes.map(({ reason }) => inWords(reason)) };
}

function decompiled(json: string, server: Server): DecompileResult {
  const reading = readPayload(json);
  if ("refused" in reading)
    return { kind: "refused", reasons: reading.refused.map((it) => placed(it, server)) };
  const { document, extras, notes } = reading;
  return { kind: "text", text: decompile(document, extras), notes: notes.map((it) => placed(it, server)) };
}

function placed({ line, column, pointer, reason }: Refusal, { inWords }: Server): string {
  return pointer === ""
    ? inWords(sentence`Line ${line}, column ${column}: ${reason}`)
    : inWords(sentence`Line ${line}, column ${column} (${pointer}): ${reason}`);
}
