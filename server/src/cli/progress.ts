// What is going on, for whoever waits longer than half a second.
import { safeForTerminal } from "./report/display-width.ts";
import type { Session } from "./session.ts";
import { note } from "./session.ts";
import type { Output } from "./world.ts";

export interface Steps {
  /** Told before each step; `done` of `count` are behind it. */
  readonly tell: (done: number, count: number, words: string) => void;
  /** Shows nothing until the next step, while somebody is asked. */
  readonly pause: () => void;
}

/** Milliseconds after which somebody wonders. */
const PATIENCE = 500;
const BAR_WIDTH = 20;
const USUAL_COLUMNS = 80;

/**
 * Shows the steps of some work once it takes long: a bar on a terminal, which goes away again, else plain lines.
 * What the work prints goes to the session that it is given, which makes room for it.
 */
export async function withProgress<Value>(
  session: Session,
  work: (steps: Steps, session: Session) => Promise<Value>,
): Promise<Value> {
  const ended = new AbortController();
  const display = displayFor(session);
  const shown = { isLate: false, line: "" };
  void session.world.time.sleep(PATIENCE, ended.signal).then(() => {
    shown.isLate = !ended.signal.aborted;
    if (shown.isLate && shown.line !== "") display.show(shown.line);
  });
  const clear = (): void => {
    if (shown.isLate) display.clear();
  };
  const steps: Steps = {
    tell: (done, count, words) => {
      shown.line = display.line(done, count, words);
      if (shown.isLate) display.show(shown.line);
    },
    pause: () => {
      shown.line = "";
      clear();
    },
  };
  try {
    return await work(steps, makingRoom(session, clear));
  } finally {
    ended.abort();
    clear();
  }
}

function makingRoom(session: Session, clear: () => void): Session {
  const clearing = ({ write, ...output }: Output): Output => ({
    ...output,
    write: (text) => {
      clear();
      write(text);
    },
  });
  const { world } = session;
  return { ...session, world: { ...world, output: clearing(world.output), errors: clearing(world.errors) } };
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
      // A line that breaks could not be taken away again.
      const room = Math.max(0, (errors.columns ?? USUAL_COLUMNS) - BAR_WIDTH - 2);
      return `${bar} ${safeForTerminal(words).slice(0, room)}`;
    },
    show: (line) => write(CLEAR_LINE + line),
    clear: () => write(CLEAR_LINE),
  };
}

function lineDisplay(session: Session): Display {
  const said = new Set<string>();
  return {
    line: (_done, _count, words) => `${words} …`,
    show: (line) => {
      if (!said.has(line)) note(session, line);
      said.add(line);
    },
    clear: () => undefined,
  };
}
