// What a command is: its words for --help, its options, and what it does.
import type { ExitCode } from "./exit-code.ts";
import type { OptionSpec, OptionValues } from "./options.ts";
import type { Session } from "./session.ts";

export interface CommandSpec {
  readonly name: string;
  /** As --help shows them: `<file>`, `[paths...]`. */
  readonly operands: readonly OperandSpec[];
  /** One line without a full stop. */
  readonly summary: string;
  /** Sentences for its own --help. */
  readonly details: string;
  readonly options: readonly OptionSpec[];
  /** Whole command lines that work. */
  readonly examples: readonly string[];
  readonly run: (call: Call) => Promise<ExitCode>;
}

export interface OperandSpec {
  readonly form: string;
  readonly doc: string;
}

/** A command as somebody called it. */
export interface Call {
  readonly session: Session;
  /** What is no option, in its order. */
  readonly operands: readonly string[];
  readonly options: OptionValues;
}
