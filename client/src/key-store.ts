// Keys in VS Code's secret storage: one for each origin.
import type * as vscode from "vscode";

export interface KeyStore {
  readonly get: (origin: string) => Promise<string | undefined>;
  readonly set: (origin: string, key: string) => Promise<void>;
  readonly remove: (origin: string) => Promise<void>;
  /** The origins that have a key, as far as this machine knows. */
  readonly origins: () => readonly string[];
}

const ORIGINS = "keyOrigins";

export function openKeyStore({ secrets, globalState }: vscode.ExtensionContext): KeyStore {
  const origins = (): readonly string[] => globalState.get<readonly string[]>(ORIGINS, []);
  return {
    origins,
    get: async (origin) => secrets.get(secretName(origin)),
    set: async (origin, key) => {
      await secrets.store(secretName(origin), key);
      await globalState.update(ORIGINS, [...new Set([...origins(), origin])]);
    },
    remove: async (origin) => {
      await secrets.delete(secretName(origin));
      const left = origins().filter((it) => it !== origin);
      await globalState.update(ORIGINS, left);
    },
  };
}

function secretName(origin: string): string {
  return `key for ${origin}`;
}
