// Files that no editor has open, as they are on the disk: read when they are asked for, and again when they change.
import { Emitter, type Event } from "vscode-languageserver";
import { parse, type Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import type { FileSystem } from "../project/file-system.ts";
import { diskPathOf } from "./file-id.ts";

export interface Disk {
  /** What is known now; what nobody has read yet is read, and then told. */
  readonly read: (id: FileId) => Source | "missing" | "unread";
  /** Forgets what was read of a file, because it may have changed. */
  readonly forget: (id: FileId) => void;
  /** A file whose text is known now. */
  readonly onDidRead: Event<FileId>;
}

export function openDisk(files: Pick<FileSystem, "readFile">): Disk {
  const known = new Map<FileId, Source | "missing">();
  const underWay = new Set<FileId>();
  const didRead = new Emitter<FileId>();
  const load = async (id: FileId, path: string): Promise<void> => {
    underWay.add(id);
    const reading = await files.readFile(path);
    // What was forgotten meanwhile is asked for again by whoever wants it.
    if (!underWay.delete(id)) return;
    known.set(id, reading.ok ? parse(reading.value) : "missing");
    didRead.fire(id);
  };
  return {
    read: (id) => {
      const source = known.get(id);
      const path = diskPathOf(id);
      if (source === undefined && path !== undefined && !underWay.has(id)) void load(id, path);
      return source ?? "unread";
    },
    forget: (id) => {
      known.delete(id);
      underWay.delete(id);
    },
    onDidRead: didRead.event,
  };
}
