// A set as the platform's JSON, for whoever asks: with the places that it comes from, or what is in the way.
import type { CancellationToken } from "vscode-languageserver";
import { compile } from "../language/compile/compile.ts";
import { sourceMap, type SourceMap } from "../language/compile/source-map.ts";
import { writePayload, type WriteRefusal } from "../language/compile/write-payload.ts";
import { messageOf } from "../language/diagnostics/codes.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import { rootOf, placeAt, type Model } from "../language/model/analyze.ts";
import type { SetFile } from "../language/model/files.ts";
import { sentence } from "../language/text/sentence.ts";
import type { CompileParams, CompileProblem, CompileResult, SourcePlace } from "../protocol.ts";
import { checkedWith } from "./checked-with.ts";
import type { Server } from "./serving.ts";
import { toLocation } from "./to-lsp.ts";
import type { Workspace } from "./workspace.ts";

type Speaking = Pick<Server, "workspace" | "inWords">;

/** The set as the platform's JSON, once all of its files are read; what is in the way of it, where something is. */
export async function compiled(
  server: Speaking,
  file: SetFile,
  { requiredField = "list", params }: Omit<CompileParams, "uri">,
  token: CancellationToken,
): Promise<CompileResult> {
  const { workspace } = server;
  const current = await workspace.whole(file, token);
  const checked = params ? checkedWith(current, params) : current;
  const outcome = compile(checked);
  if (outcome.kind === "fragment") return outcome;
  const unread = unreadable(checked.model, server);
  const problems = [...unread, ...outcome.findings.map((finding) => problemOf(finding, server))];
  if (outcome.kind === "refused" || unread.length > 0) return { kind: "refused", problems };
  const json = writePayload(outcome.document, requiredField);
  if (typeof json !== "string") {
    return { kind: "refused", problems: [...problems, ...unwritable(json, checked.model, server)] };
  }
  return {
    kind: "document",
    json,
    sourceMap: placesOf(sourceMap(checked.model, outcome.document, requiredField), workspace),
    problems,
  };
}

function problemOf(
  { code, severity, arguments: args, ...place }: Finding,
  { workspace, inWords }: Speaking,
): CompileProblem {
  return { code, severity, message: inWords(messageOf(code, args)), ...toLocation(workspace, place) };
}

/** Without these files a document would lack what they say: what lies on no disk is read in editors alone. */
export function unreadable(model: Model, { workspace, inWords }: Speaking): readonly CompileProblem[] {
  const unread = model.includes.filter(({ leads }) => leads === "unread");
  return unread.map(({ at, path }) => ({
    code: undefined,
    severity: "error",
    message: inWords(
      sentence`'${path}' is not on this machine: open it in an editor, too, so that it can be read.`,
    ),
    ...toLocation(workspace, placeAt(model, at)),
  }));
}

function unwritable(
  { refused }: WriteRefusal,
  model: Model,
  { workspace, inWords }: Speaking,
): readonly CompileProblem[] {
  return refused.flatMap(({ index, reason }): readonly CompileProblem[] => {
    const symbol = model.symbols.objectives[index];
    const place = symbol ? placeAt(model, symbol.at) : { file: rootOf(model), span: { start: 0, end: 0 } };
    return [
      { code: undefined, severity: "error", message: inWords(reason), ...toLocation(workspace, place) },
    ];
  });
}

function placesOf(map: SourceMap, workspace: Workspace): readonly SourcePlace[] {
  return map.map(({ pointer, place }) => ({ pointer, ...toLocation(workspace, place) }));
}
