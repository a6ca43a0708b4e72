// Waiting ends when nobody wants the answer any more.
import { CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** What a handler throws whose request was taken back: the protocol answers each request, that one with this. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was taken back.");
}

export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

/** What the work comes to, unless the request is taken back before. The work itself may go on. */
export async function unlessCancelled<Value>(token: CancellationToken, work: Promise<Value>): Promise<Value> {
  stopIfCancelled(token);
  if (token === CancellationToken.None) return work;
  let stopListening = (): void => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()));
    stopListening = () => listening.dispose();
  });
  return Promise.race([work, givenUp]).finally(stopListening);
}
