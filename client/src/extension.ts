// What every command works with.
import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CallTool } from "../../server/src/assistant/tools.ts";
import type { EmulatorWorld } from "../../server/src/emulator/emulator.ts";
import type { Probe } from "../../server/src/emulator/stand-in.ts";
import type { Time } from "../../server/src/platform/time.ts";
import type { FileSystem } from "../../server/src/project/file-system.ts";
import type { EmulatorHost, StartEmulator } from "./emulator-host.ts";
import type { KeyStore } from "./key-store.ts";
import type { Previews } from "./preview/panel.ts";
import type { ReadOnlyTexts } from "./read-only-texts.ts";
import type { Sets } from "./sets.ts";
import type { UploadStates } from "./upload-states.ts";

/** What an entry point hands in. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  /** Says what was sent where; never a key. */
  readonly output: vscode.LogOutputChannel;
  readonly client: BaseLanguageClient;
  readonly world: World;
}

/** The outside of VS Code. */
export interface World {
  readonly files: FileSystem;
  readonly fetch: typeof fetch;
  readonly time: Time;
  readonly emulator: EmulatorWorld;
  /** Whether anything listens at the emulator's address. */
  readonly listens: Probe;
  /** Lets an emulator listen; undefined where nothing may, as in a browser. */
  readonly startEmulator: StartEmulator | undefined;
  /** Loads the tools of assistants, once; there are none where no disk is. */
  readonly openTools?: () => Promise<CallTool>;
}

export interface Extension extends Host {
  readonly keys: KeyStore;
  readonly emulator: EmulatorHost;
  readonly previews: Previews;
  readonly texts: ReadOnlyTexts;
  readonly sets: Sets;
  readonly uploads: UploadStates;
}

/** A command; it may be given the file that a menu was opened on. */
export type Command = (extension: Extension, uri?: vscode.Uri) => Promise<void>;
