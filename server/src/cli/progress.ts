// What is going on, for whoever waits longer than half a second.
import type { Session } from "./session.ts";
import { note } from "./session.ts";

export interface Steps {
  /** Told before each step; `done` of `count` are behind it. */
  readonly tell: (done: number, count: number, words: string) => void;
  /** Makes room for a question. */
  readonly clear: () => void;
}

/** Milliseconds after which somebody wonders. */
const PATIENCE = 500;
const BAR_WIDTH = 20;

/** Shows the steps of some work once it takes long: a bar on a terminal, which goes away again, else plain lines. */
export async function withProgress<Value>(
  session: Session,
  work: (steps: Steps) => Promise<Value>,
): Promise<Value> {
  const ended = new AbortController();
  const display = displayFor(session);
  const shown = { isLate: false, line: "" };
  void session.world.time.sleep(PATIENCE, ended.signal).then(() => {
    shown.isLate = !ended.signal.aborted;
    if (shown.isLate && shown.line !== "") display.show(shown.line);
  });
  try {
    return await work({
      tell: (done, count, words) => {
        shown.line = display.line(done, count, words);
        if (shown.isLate) display.show(shown.line);
      },
      clear: () => {
        shown.line = "";
        if (shown.isLate) display.clear();
      },
    });
  } finally {
    ended.abort();
    if (shown.isLate) display.clear();
  }
}

interface Display {
  line(done: number, count: number, words: string): string;
  show(line: string): void;
  clear(): void;
}

function displayFor(session: Session): Display {
  return session.world.errors.kind === "terminal" ? barDisplay(session) : lineDisplay(session);
}

const CLEAR_LINE = "\r\u001b[K";

function barDisplay({ world: { errors }, voice, paintErrors }: Session): Display {
  const write = (text: string): void => (voice === "usual" ? errors.write(text) : undefined);
  return {
    line: (done, count, words) => {
      const full = Math.round((BAR_WIDTH * done) / Math.max(1, count));
      const bar = "█".repeat(full) + paintErrors.dim("░".repeat(BAR_WIDTH - full));
      return `${bar} ${words}`.slice(0, Math.max(40, (errors.columns ?? 100) + 8));
    },
    show: (line) => write(CLEAR_LINE + line),
    clear: () => write(CLEAR_LINE),
  };
}

function lineDisplay(session: Session): Display {
  return {
    line: (_done, _count, words) => `${words} …`,
    show: (line) => note(session, line),
    clear: () => undefined,
  };
}
