// Absolute paths with `/` between their parts: their parents, their children, and one seen from another.
// They begin at a root: `/`, a drive (`C:/`), or, for files that are on no disk, a scheme and an authority
// (`vscode-vfs://github/`). Behind it nothing is escaped.

/** Whether a path lies on a disk of some machine. */
export function isOnDisk(path: string): boolean {
  return /^([A-Za-z]:)?\//.test(path);
}

/** The folder that a path is in; undefined for a root such as `/` or `C:/`. */
export function parentOf(path: string): string | undefined {
  const root = rootOf(path);
  const rest = path.slice(root.length).replace(/\/+$/, "");
  if (rest === "") return undefined;
  return root + rest.slice(0, Math.max(0, rest.lastIndexOf("/")));
}

/** The path itself and every folder above it, the nearest first. */
export function upwards(path: string): readonly string[] {
  const folders = [path];
  for (const folder of folders) {
    const parent = parentOf(folder);
    if (parent !== undefined) folders.push(parent);
  }
  return folders;
}

/** A relative path seen from a folder, with `.` and `..` carried out. */
export function joinPath(folder: string, relative: string): string {
  const root = rootOf(folder);
  const parts: string[] = [];
  for (const part of `${folder.slice(root.length)}/${relative}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return root + parts.join("/");
}

/** A path as seen from a folder that it is in, `""` for the folder itself; undefined where it is elsewhere. */
export function relativePath(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** The relative path that leads from a folder to a file, wherever that is; undefined where their roots differ. */
export function pathFrom(folder: string, file: string): string | undefined {
  const root = rootOf(folder);
  if (root !== rootOf(file)) return undefined;
  const [from, to] = [partsOf(folder, root), partsOf(file, root)];
  const differing = from.findIndex((part, index) => part !== to[index]);
  const common = differing < 0 ? from.length : differing;
  const up = from.slice(common).map(() => "..");
  return [...(up.length === 0 ? ["."] : up), ...to.slice(common)].join("/");
}

function partsOf(path: string, root: string): readonly string[] {
  return path
    .slice(root.length)
    .split("/")
    .filter((part) => part !== "");
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What a path begins at, with the slash at its end; "" for one that is not absolute. */
export function rootOf(path: string): string {
  return ROOT.exec(path)?.[0] ?? "";
}

/** A scheme has at least two letters, so that a drive is none. */
const ROOT = /^(?:[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+:(?:\/\/[^/]*)?)?\//;
