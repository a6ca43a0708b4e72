// Code actions: what can be done about findings, one at a time, or at once about all that needs no thinking; refactorings.
import { CodeActionKind, type CancellationToken } from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import type { Check } from "../../language/diagnostics/check.ts";
import type { Finding } from "../../language/diagnostics/finding.ts";
import { fixesFor } from "../../language/features/fixes.ts";
import type { Fix } from "../../language/features/fixes/fix.ts";
import { afterSafeFixes } from "../../language/features/safe-fixes.ts";
import { rootOf, sourceOf } from "../../language/model/analyze.ts";
import { differences } from "../../language/text/differences.ts";
import { sentence } from "../../language/text/sentence.ts";
import type { Span } from "../../language/text/span.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { levelAction } from "../level-action.ts";
import { REFACTOR_ACTION_KINDS, refactorActions, resolvedRefactoring } from "../refactor-actions.ts";
import { aboutOpen, type Server } from "../serving.ts";
import { toDiagnostic } from "../to-diagnostic.ts";
import { toWorkspaceEdit } from "../to-lsp.ts";

/** Everything at once, on saving for instance. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.objectives`;

export const codeActions: Feature = {
  capability: ({ lateEdits }) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...REFACTOR_ACTION_KINDS],
      ...(lateEdits === "understood" ? { resolveProvider: true } : {}),
    },
  }),
  register: (server) => {
    server.connection.onCodeAction((params, token) =>
      aboutOpen(server, params.textDocument.uri, (document) => actionsFor(server, document, params, token)),
    );
    server.connection.onCodeActionResolve((action, token) => resolvedRefactoring(server, action, token));
  },
};

async function actionsFor(
  server: Server,
  document: OpenDocument,
  params: lsp.CodeActionParams,
  token: CancellationToken,
): Promise<lsp.CodeAction[]> {
  const { range, context } = params;
  const wanted = (kind: string): boolean =>
    context.only === undefined || context.only.some((it) => kind === it || kind.startsWith(`${it}.`));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? await quickFixes(server, document, range, token) : []),
    // Offered in the menu of every line, it would be in the way.
    ...(context.only && wanted(FIX_ALL) ? await fixAll(server, document, token) : []),
    ...(await refactorActions(server, document, params, token)),
  ];
}

async function quickFixes(
  server: Server,
  document: OpenDocument,
  range: lsp.Range,
  token: CancellationToken,
): Promise<lsp.CodeAction[]> {
  const around = await server.workspace.checksAround(document, token);
  const found = findingsAt(server, document, fromRange(document.lines, range));
  const fixes = found.flatMap(({ checked, finding }) => {
    const sets = [checked, ...around.filter((it) => !isSameSet(it, checked))] as const;
    return fixesFor(sets, finding).map((fix, index) => fixAction(server, document, { finding, fix, index }));
  });
  const levels = await Promise.all(found.map(({ finding }) => levelAction(server, document, finding)));
  return [...fixes, ...levels.flatMap((action) => action ?? [])];
}

function isSameSet(one: Check, other: Check): boolean {
  return rootOf(one.model) === rootOf(other.model);
}

interface FoundInCheck {
  /** The set that has the finding. */
  readonly checked: Check;
  readonly finding: Finding;
}

/** What is shown at the place: each finding once, with the first set that has it. */
function findingsAt(
  { workspace, rules }: Server,
  document: OpenDocument,
  { start, end }: Span,
): readonly FoundInCheck[] {
  const found = workspace.checksWith(document).flatMap((checked) => {
    const shown = rules.applied(document, checked);
    const here = shown.filter(
      ({ file, span }) => file === document.id && span.start <= end && start <= span.end,
    );
    return here.map((finding) => ({ checked, finding }));
  });
  const keyOf = ({ finding }: FoundInCheck): string =>
    JSON.stringify([finding.code, finding.span, finding.arguments]);
  return [...new Map(found.toReversed().map((it) => [keyOf(it), it])).values()].toReversed();
}

function fixAction(
  server: Server,
  { lines }: OpenDocument,
  { finding, fix, index }: { readonly finding: Finding; readonly fix: Fix; readonly index: number },
): lsp.CodeAction {
  return {
    title: server.inWords(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(lines, finding, server)],
    edit: toWorkspaceEdit(server, fix.edits),
    ...(index === 0 && fix.kind === "safe" ? { isPreferred: true } : {}),
  };
}

/** What needs no thinking, in this document alone: nobody looks at the others. */
async function fixAll(
  server: Server,
  document: OpenDocument,
  token: CancellationToken,
): Promise<lsp.CodeAction[]> {
  const { workspace, rules } = server;
  const { id, lines } = document;
  const [after] = afterSafeFixes(await workspace.checksAround(document, token), (finding, { edits }) => {
    const isOwn = finding.file === id && edits.every(({ file }) => file === id);
    return isOwn && rules.isShown(document, finding);
  });
  const source = sourceOf(after.model, id);
  const edits = source ? differences(lines.getText(), source.text) : [];
  if (edits.length === 0) return [];
  const title = server.inWords(sentence`Fix everything that needs no thinking`);
  const own = edits.map((edit) => ({ file: id, ...edit }));
  return [{ title, kind: FIX_ALL, edit: toWorkspaceEdit(server, own) }];
}
