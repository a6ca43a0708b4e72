// Files that no editor has open, as they are on the disk: read when they are asked for, and again when they change.
import { Emitter, type Event } from "vscode-languageserver";
import { parse, type Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import type { FileSystem } from "../project/file-system.ts";
import { diskPathOf } from "./file-id.ts";

export interface Disk {
  /** What is known now; what nobody has read yet is read, and then told. */
  readonly read: (id: FileId) => Source | "missing" | "unread";
  /** The same once it is known; what lies on no disk is missing. */
  readonly load: (id: FileId) => Promise<Source | "missing">;
  /** Forgets what was read of a file, because it may have changed. */
  readonly forget: (id: FileId) => void;
  /** A file whose text is known now. */
  readonly onDidRead: Event<FileId>;
}

export function openDisk(files: Pick<FileSystem, "readFile">): Disk {
  const known = new Map<FileId, Source | "missing">();
  const underWay = new Map<FileId, Promise<Source | "missing">>();
  const didRead = new Emitter<FileId>();

  const start = (id: FileId, path: string): Promise<Source | "missing"> => {
    const reading = readSource(files, path).then((source) => {
      // What was forgotten meanwhile is read again by whoever asks for it.
      if (underWay.get(id) !== reading) return source;
      underWay.delete(id);
      known.set(id, source);
      didRead.fire(id);
      return source;
    });
    underWay.set(id, reading);
    return reading;
  };
  const load = async (id: FileId): Promise<Source | "missing"> => {
    const path = diskPathOf(id);
    return known.get(id) ?? underWay.get(id) ?? (path === undefined ? "missing" : start(id, path));
  };
  return {
    load,
    read: (id) => {
      const source = known.get(id);
      if (source === undefined && diskPathOf(id) !== undefined) void load(id);
      return source ?? "unread";
    },
    forget: (id) => {
      known.delete(id);
      underWay.delete(id);
    },
    onDidRead: didRead.event,
  };
}

async function readSource(files: Pick<FileSystem, "readFile">, path: string): Promise<Source | "missing"> {
  const reading = await files.readFile(path);
  return reading.ok ? parse(reading.value) : "missing";
}
