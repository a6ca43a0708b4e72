// The editor's settings as far as the server follows them: asked for where the client can be asked, else taken as it tells them.
import { DidChangeConfigurationNotification, Emitter, type Event } from "vscode-languageserver";
import type { Server } from "./serving.ts";

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
  const { inlayHints, codeLens } = DEFAULT_SETTINGS;
  const hints = memberOf(said, "inlayHints");
  return {
    inlayHints: {
      inherited: truthOf(hints, "inherited", inlayHints.inherited),
      incoming: truthOf(hints, "incoming", inlayHints.incoming),
      params: truthOf(hints, "params", inlayHints.params),
    },
    codeLens: { enabled: truthOf(memberOf(said, "codeLens"), "enabled", codeLens.enabled) },
  };
}

/** Follows the client's settings from the first question on. */
export function followSettings({ connection, client }: Pick<Server, "connection" | "client">): LiveSettings {
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

/** Asks the client to tell of changes, where that must be asked for. */
export async function followSettingChanges({ connection, client }: Server): Promise<void> {
  if (client.settingChanges === "registered")
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function truthOf(value: unknown, name: string, otherwise: boolean): boolean {
  const said = memberOf(value, name);
  return typeof said === "boolean" ? said : otherwise;
}
