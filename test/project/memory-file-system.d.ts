import type { FileFailureKind, FileSystem } from "../../server/src/project/file-system.ts";
export type FileAction = "readFile" | "writeFileAtomic" | "createFile" | "removeFile" | "makeFolder" | "list";
/** Asked before each action: what it answers is what the action fails with. */
export type FileFault = (action: FileAction, path: string) => FileFailureKind | undefined;
export interface MemoryFileSystem extends FileSystem {
    /** Texts by path. */
    readonly texts: Map<string, string>;
}
export declare const noFileFault: FileFault;
/** Fails that action on every path that ends so. */
export declare function failingFile(action: FileAction, ending: string, kind: FileFailureKind): FileFault;
export declare function memoryFileSystem(texts: Readonly<Record<string, string>>, fault?: FileFault): MemoryFileSystem;
/** The same files on a disk that reads nothing until it spins. */
export declare function sleeping(files: MemoryFileSystem): {
    readonly files: MemoryFileSystem;
    readonly spin: () => void;
};
