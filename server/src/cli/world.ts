// Everything that the command line needs of the outside, handed in, so that a test can be the outside.
import type { EmulatorWorld } from "../emulator/emulator.ts";
import type { LayoutEngine } from "../language/graph/layout.ts";
import type { Time } from "../platform/time.ts";
import type { FileResult, FileSystem } from "../project/file-system.ts";
import type { Environment } from "../project/keys.ts";

export interface World {
  /** Where paths are seen from: absolute, with `/` between its parts. */
  readonly folder: string;
  readonly environment: Environment;
  readonly files: FileSystem;
  /** All of standard input; its path in a failure is `STANDARD_INPUT`. */
  readonly readInput: () => Promise<FileResult<string>>;
  readonly output: Output;
  readonly errors: Output;
  /** Asks a person for a line; undefined where there is no terminal to ask at. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly fetch: typeof fetch;
  readonly time: Time;
  /** Aborts when somebody presses Ctrl+C or asks the process to end. */
  readonly interruption: AbortSignal;
  readonly emulator: EmulatorWorld;
  /** The URL of the folder that has a page for every finding. */
  readonly pages: string;
  /** Loads the layout engine, which is large, and keeps it while `use` runs. */
  readonly withLayout: <Value>(use: (engine: LayoutEngine) => Promise<Value>) => Promise<Value>;
  /** Serves an editor over standard input and output until it says goodbye. */
  readonly serveEditor: () => Promise<void>;
  /** Serves an assistant over standard input and output until it goes. */
  readonly serveAssistant: (wish: AssistantWish) => Promise<void>;
}

/** What people let an assistant reach. */
export interface AssistantWish {
  readonly folder: string;
  /** Whether it is `folder` that counts, or what the assistant's program has open. */
  readonly counts: "this folder" | "the client's folders";
  readonly target: string | undefined;
  /** Addresses that plans may ask, beside the emulator's. */
  readonly origins: readonly string[];
}

/** How the bundle for assistants serves one; `bundles` is the folder that it stands in. */
export type ServeAssistant = (bundles: string, wish: AssistantWish) => Promise<void>;

export interface Output {
  /** Never fails: what cannot be written is the entry point's matter. */
  readonly write: (text: string) => void;
  readonly kind: "terminal" | "file";
  /** Columns of the terminal; undefined where it has none. */
  readonly columns: number | undefined;
}

export const STANDARD_INPUT = "standard input";
