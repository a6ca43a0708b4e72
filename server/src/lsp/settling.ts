// Changes as those hear of them who look at much at once: a little later, and once for all that changed meanwhile.
import { Emitter, type Event } from "vscode-languageserver";
import type { Server } from "./serving.ts";

/** What is being typed changes again at once, and what the client asks about it comes first. */
const PAUSE_MS = 50;

export function settling({
  workspace,
  rules,
  time,
}: Pick<Server, "workspace" | "rules" | "time">): Event<void> {
  const settled = new Emitter<void>();
  let isWaiting = false;
  const wait = async (): Promise<void> => {
    if (isWaiting) return;
    isWaiting = true;
    await time.sleep(PAUSE_MS, new AbortController().signal);
    isWaiting = false;
    settled.fire();
  };
  workspace.onDidTouch(wait);
  rules.onDidChange(wait);
  return settled.event;
}
