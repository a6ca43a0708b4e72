// How often each file may have changed: what was found in a set still holds while no file of it has.
import { Emitter, type Event } from "vscode-languageserver";
import type { FileId } from "../language/text/place.ts";

export interface Revisions {
  readonly of: (file: FileId) => number;
  /** The file may be another one now. */
  readonly touch: (file: FileId) => void;
  /** Something else may be said of some file now. */
  readonly tell: () => void;
  readonly onDidChange: Event<void>;
}

export function startRevisions(): Revisions {
  const counts = new Map<FileId, number>();
  const changed = new Emitter<void>();
  const countOf = (file: FileId): number => counts.get(file) ?? 0;
  return {
    of: countOf,
    touch: (file) => {
      counts.set(file, countOf(file) + 1);
      changed.fire();
    },
    tell: () => void changed.fire(),
    onDidChange: changed.event,
  };
}
