// What comes in over a connection, as far as the protocol allows it: a request that it forbids is answered with why.
import {
  ErrorCodes,
  Message,
  type DataCallback,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from "vscode-languageserver";

/** What an entry point makes a connection of. */
export interface Wires {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** How far the talk has come. */
type Phase = "before" | "open" | "over";

type Refusal = NonNullable<ResponseMessage["error"]>;

export const CANCEL = "$/cancelRequest";

export function wellFormed({ reader, writer }: Wires): Wires {
  let phase: Phase = "before";
  const arrive = (message: Message, deliver: DataCallback): void => {
    const error = Message.isRequest(message) ? refusalOf(message, phase) : undefined;
    if (error && Message.isRequest(message)) {
      const answer: ResponseMessage = { jsonrpc: "2.0", id: message.id, error };
      return void writer.write(answer);
    }
    if (Message.isNotification(message) && isOutOfPlace(message, phase)) return;
    phase = phaseAfter(message, phase);
    deliver(message);
  };
  const { onError, onClose, onPartialMessage } = reader;
  const listen = (deliver: DataCallback) => reader.listen((message) => arrive(message, deliver));
  return { reader: { onError, onClose, onPartialMessage, listen, dispose: () => reader.dispose() }, writer };
}

function phaseAfter(message: Message, phase: Phase): Phase {
  if (!Message.isRequest(message)) return phase;
  if (message.method === "initialize") return "open";
  return message.method === "shutdown" ? "over" : phase;
}

/** Of what is taken back without a name nobody can say what it was, and the library stumbles over it. */
function isOutOfPlace(
  message: { readonly method: string; readonly params?: unknown },
  phase: Phase,
): boolean {
  if (message.method === "exit") return false;
  if (message.method === CANCEL && !["string", "number"].includes(typeof memberOf(message.params, "id")))
    return true;
  return phase !== "open";
}

function refusalOf({ method, params }: RequestMessage, phase: Phase): Refusal | undefined {
  if (phase === "over") return refusal(ErrorCodes.InvalidRequest, "The server has been shut down.");
  if (method === "initialize")
    return phase === "before"
      ? undefined
      : refusal(ErrorCodes.InvalidRequest, "The server is initialized already.");
  if (phase === "before")
    return refusal(ErrorCodes.ServerNotInitialized, "The server is not initialized yet.");
  const missing = missingIn(method, params);
  return missing === undefined ? undefined : refusal(ErrorCodes.InvalidParams, `${method} needs ${missing}.`);
}

function refusal(code: number, message: string): Refusal {
  return { code, message };
}

/** Requests that are about a place, as an item of it may be that is sent back. */
const AT_A_PLACE =
  /^inlayHint\/resolve$|^textDocument\/(completion|hover|signatureHelp|declaration|definition|typeDefinition|implementation|references|documentHighlight|rename|prepareRename|linkedEditingRange|onTypeFormatting|prepareCallHierarchy)$/;

/** The same of a range. */
const OF_A_RANGE =
  /^codeLens\/resolve$|^textDocument\/(codeAction|inlayHint|rangeFormatting|semanticTokens\/range)$/;

/** What a request's params lack of what every request of its kind must have. */
function missingIn(method: string, params: unknown): string | undefined {
  if (
    method.startsWith("textDocument/") &&
    typeof memberOf(memberOf(params, "textDocument"), "uri") !== "string"
  )
    return "the 'textDocument' that it is about, with its 'uri'";
  if (AT_A_PLACE.test(method) && !isPosition(memberOf(params, "position")))
    return "a 'position' with 'line' and 'character'";
  const range = memberOf(params, "range");
  if (
    OF_A_RANGE.test(method) &&
    !(isPosition(memberOf(range, "start")) && isPosition(memberOf(range, "end")))
  )
    return "a 'range' with 'start' and 'end'";
  return method.startsWith("callHierarchy/") && !isNamedItem(memberOf(params, "item"))
    ? "the 'item' that it is about, with its 'name' and 'uri'"
    : undefined;
}

function isNamedItem(value: unknown): boolean {
  return [memberOf(value, "name"), memberOf(value, "uri")].every((it) => typeof it === "string");
}

function isPosition(value: unknown): boolean {
  return [memberOf(value, "line"), memberOf(value, "character")].every((it) => Number.isInteger(it));
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
