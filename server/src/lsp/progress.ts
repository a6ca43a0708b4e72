// Work that takes long is shown to whoever waits for it.
import type { WorkDoneProgressReporter } from "vscode-languageserver";
import type { Sentence } from "../language/text/sentence.ts";
import type { Server } from "./serving.ts";

/** Nobody wants to hear of what is over sooner. */
const SLOW_MS = 500;

/** Says how much is done, from 0 to 100. */
export type Tell = (percentage: number) => void;

type Showing = Pick<Server, "connection" | "inWords" | "time">;

/** Does the work; once it has taken long, the client is asked to show it. */
export async function shownWhenSlow<Value>(
  server: Showing,
  title: Sentence,
  work: (tell: Tell) => Promise<Value>,
): Promise<Value> {
  const over = new AbortController();
  let reporter: WorkDoneProgressReporter | undefined;
  const showing = show(server, title, over.signal).then((it) => (reporter = it));
  try {
    return await work((percentage) => reporter?.report(Math.floor(percentage)));
  } finally {
    over.abort();
    void showing.then((it) => it?.done());
  }
}

/** Does the work and shows it from its beginning, since the client has asked for that with the request. */
export async function shown<Value>(
  { inWords }: Pick<Server, "inWords">,
  reporter: WorkDoneProgressReporter,
  title: Sentence,
  work: (tell: Tell) => Promise<Value>,
): Promise<Value> {
  reporter.begin(inWords(title), 0);
  try {
    return await work((percentage) => reporter.report(Math.floor(percentage)));
  } finally {
    reporter.done();
  }
}

/** Undefined where the work was over before, and where the client will show nothing. */
async function show(
  { connection, inWords, time }: Showing,
  title: Sentence,
  over: AbortSignal,
): Promise<WorkDoneProgressReporter | undefined> {
  await time.sleep(SLOW_MS, over);
  if (over.aborted) return undefined;
  const reporter = await connection.window.createWorkDoneProgress().catch(() => undefined);
  reporter?.begin(inWords(title), 0);
  return reporter;
}
