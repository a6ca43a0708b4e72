// Requests that give way: one that is taken back, or that a newer one has made useless, is answered without being begun.
import {
  LSPErrorCodes,
  Message,
  type ConnectionOptions,
  type DataCallback,
  type NotificationMessage,
  type ResponseMessage,
} from "vscode-languageserver";
import { CANCEL, memberOf, wellFormed, type Wires } from "./well-formed.ts";

type Id = NonNullable<ResponseMessage["id"]>;

/** A request that has come in and is not answered yet. */
interface Waiting {
  readonly method: string;
  readonly uri: string;
  /** Whether its document has changed since: an answer would be about a text that is no more. */
  isLate: boolean;
}

/** What an editor asks anew whenever a text changes; nobody waits for what somebody did, such as renaming, twice. */
const ASKED_ANEW: ReadonlySet<string> = new Set([
  "textDocument/codeAction",
  "textDocument/codeLens",
  "textDocument/completion",
  "textDocument/diagnostic",
  "textDocument/documentHighlight",
  "textDocument/documentLink",
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/hover",
  "textDocument/inlayHint",
  "textDocument/linkedEditingRange",
  "textDocument/semanticTokens/full",
  "textDocument/semanticTokens/full/delta",
  "textDocument/semanticTokens/range",
]);

/** Those for which the protocol has an error that says so. */
const TAKEN_BACK_BY_SERVERS = /^textDocument\/(diagnostic|semanticTokens\/.*)$/;

/**
 * The same wires, and how a connection over them treats what is taken back. An older request gives way to a newer one of
 * its kind about the same document if that has changed in between. The server works on one message at a time, so this is
 * noticed where messages come in, however many wait behind the one that it works on.
 */
export function givingWay(wires: Wires): Wires & { readonly options: ConnectionOptions } {
  const { reader, writer } = wellFormed(wires);
  const waiting = new Map<Id, Waiting>();
  const givenUp = new Set<Id>();

  const cancelOlder = (method: string, uri: string, deliver: DataCallback): void => {
    for (const [id, older] of waiting) {
      if (!older.isLate || older.method !== method || older.uri !== uri || givenUp.has(id)) continue;
      givenUp.add(id);
      const cancel: NotificationMessage = { jsonrpc: "2.0", method: CANCEL, params: { id } };
      deliver(cancel);
    }
  };
  const arrive = (message: Message, deliver: DataCallback): void => {
    const uri = documentOf(message);
    if (uri !== undefined && Message.isNotification(message) && message.method === "textDocument/didChange")
      for (const it of waiting.values()) it.isLate ||= it.uri === uri;
    if (
      uri !== undefined &&
      Message.isRequest(message) &&
      message.id !== null &&
      ASKED_ANEW.has(message.method)
    ) {
      cancelOlder(message.method, uri, deliver);
      waiting.set(message.id, { method: message.method, uri, isLate: false });
    }
    deliver(message);
  };
  const leave = (message: Message): Message => {
    if (!Message.isResponse(message) || message.id === null) return message;
    const method = waiting.get(message.id)?.method ?? "";
    waiting.delete(message.id);
    if (!givenUp.delete(message.id) || message.error?.code !== LSPErrorCodes.RequestCancelled) return message;
    const answer: ResponseMessage = { ...message, error: madeUseless(method) };
    return answer;
  };
  return {
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (deliver) => reader.listen((message) => arrive(message, deliver)),
      dispose: () => reader.dispose(),
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write: (message) => writer.write(leave(message)),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
    options: { connectionStrategy: { cancelUndispatched } },
  };
}

/** Every request is answered, that which nobody waits for any more, too. */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message) || message.method === "initialize" || message.method === "shutdown")
    return undefined;
  const error = { code: LSPErrorCodes.RequestCancelled, message: "The request was taken back." };
  return { jsonrpc: message.jsonrpc, id: message.id, error };
}

function madeUseless(method: string): NonNullable<ResponseMessage["error"]> {
  const message = "A newer request has made this one useless.";
  return TAKEN_BACK_BY_SERVERS.test(method)
    ? { code: LSPErrorCodes.ServerCancelled, message, data: { retriggerRequest: false } }
    : { code: LSPErrorCodes.ContentModified, message };
}

/** The document that a message is about. */
function documentOf(message: Message): string | undefined {
  const uri = memberOf(memberOf(memberOf(message, "params"), "textDocument"), "uri");
  return typeof uri === "string" ? uri : undefined;
}
