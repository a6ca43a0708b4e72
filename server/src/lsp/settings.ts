// The editor's settings as far as the server follows them: asked for where the client can be asked, else taken as it tells them.
import {
  DidChangeConfigurationNotification,
  Emitter,
  type Connection,
  type Event,
} from "vscode-languageserver";
import type { Client } from "./client.ts";

/** Under `objectives` in an editor's settings. */
export interface Settings {
  readonly inlayHints: {
    readonly inherited: boolean;
    readonly incoming: boolean;
    readonly params: boolean;
  };
  readonly codeLens: { readonly enabled: boolean };
}

/** What holds where nobody says otherwise; package.json has the same. */
export const DEFAULT_SETTINGS: Settings = {
  inlayHints: { inherited: true, incoming: false, params: true },
  codeLens: { enabled: true },
};

export interface LiveSettings {
  /** Once the client has answered. */
  readonly current: () => Promise<Settings>;
  readonly onDidChange: Event<void>;
}

const SECTION = "objectives";

/** Reads settings as an editor says them; what is none of ours, or of another type, is as if it were not there. */
export function settingsOf(said: unknown): Settings {
  return {
    inlayHints: truthsOf(memberOf(said, "inlayHints"), DEFAULT_SETTINGS.inlayHints),
    codeLens: truthsOf(memberOf(said, "codeLens"), DEFAULT_SETTINGS.codeLens),
  };
}

/** Follows the client's settings from the first question on. */
export function followSettings(connection: Connection, client: Client): LiveSettings {
  const changed = new Emitter<void>();
  let known: Promise<Settings> | undefined;
  const ask = async (): Promise<Settings> =>
    client.settings === "asked"
      ? connection.workspace.getConfiguration(SECTION).then(settingsOf, () => DEFAULT_SETTINGS)
      : DEFAULT_SETTINGS;
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
    known =
      client.settings === "asked" ? undefined : Promise.resolve(settingsOf(memberOf(settings, SECTION)));
    changed.fire();
  });
  return { current: () => (known ??= ask()), onDidChange: changed.event };
}

/** Asks the client to tell of changes, where that must be asked for; one that refuses tells of none. */
export async function followSettingChanges(connection: Connection, client: Client): Promise<void> {
  if (client.settingChanges === "registered")
    await connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch(() => undefined);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** The defaults, but for those of them that are said. */
function truthsOf<Truths extends Readonly<Record<keyof Truths, boolean>>>(
  said: unknown,
  defaults: Truths,
): Truths {
  const own = Object.keys(defaults).flatMap((name) => {
    const value = memberOf(said, name);
    return typeof value === "boolean" ? [[name, value] as const] : [];
  });
  return { ...defaults, ...Object.fromEntries(own) };
}
