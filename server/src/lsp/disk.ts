// Files that no editor has open, as they were saved: read when they are asked for, and looked at again in time.
import { Emitter, type Event } from "vscode-languageserver";
import type { Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import { readSource } from "../project/includes.ts";
import type { ReachableFiles } from "./reachable-files.ts";

export interface Disk {
  /** What is known now; what nobody has read yet is read, and then told. */
  readonly read: (id: FileId) => Source | "missing" | "unread";
  /** The same once it is known, and read again where that is under way; what is out of reach is missing. */
  readonly load: (id: FileId) => Promise<Source | "missing">;
  /** Reads a file again that may have changed. Until then it is what it was, so that nothing flickers. */
  readonly lookAgain: (id: FileId) => void;
  /** The same for everything that is known: what watches files may miss what comes and goes quickly. */
  readonly lookAgainAtAll: () => void;
  /** A file whose text is known now, or is another one. */
  readonly onDidRead: Event<FileId>;
}

export function openDisk(files: Pick<ReachableFiles, "readFile" | "pathOf">): Disk {
  const known = new Map<FileId, Source | "missing">();
  const underWay = new Map<FileId, Promise<Source | "missing">>();
  const didRead = new Emitter<FileId>();

  const start = (id: FileId, path: string): Promise<Source | "missing"> => {
    const reading = readSource(files, path).then((source) => {
      // A later reading of the file knows better.
      if (underWay.get(id) !== reading) return source;
      underWay.delete(id);
      if (isSame(known.get(id), source)) return source;
      known.set(id, source);
      didRead.fire(id);
      return source;
    });
    underWay.set(id, reading);
    return reading;
  };
  const load = async (id: FileId): Promise<Source | "missing"> => {
    const path = files.pathOf(id);
    return underWay.get(id) ?? known.get(id) ?? (path === undefined ? "missing" : start(id, path));
  };
  const lookAgain = (id: FileId): void => {
    const path = files.pathOf(id);
    if (path !== undefined && (known.has(id) || underWay.has(id))) void start(id, path);
  };
  return {
    load,
    lookAgain,
    read: (id) => {
      const source = known.get(id);
      if (source === undefined && files.pathOf(id) !== undefined) void load(id);
      return source ?? "unread";
    },
    lookAgainAtAll: () => [...known.keys()].forEach(lookAgain),
    onDidRead: didRead.event,
  };
}

function isSame(known: Source | "missing" | undefined, now: Source | "missing"): boolean {
  if (typeof known !== "object" || typeof now !== "object") return known === now;
  return known.text === now.text;
}
