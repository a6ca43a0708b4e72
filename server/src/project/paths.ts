// Absolute paths with `/` between their parts: their parents, their children, and one seen from another.

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

/** How a folder's files write the way to a path, from `./` or `../` on; undefined where it has another root. */
export function pathFrom(folder: string, path: string): string | undefined {
  const folders = upwards(folder);
  const shared = folders.findIndex((it) => relativePath(it, path) !== undefined);
  const rest = relativePath(folders[shared] ?? "", path);
  if (shared < 0 || rest === undefined) return undefined;
  return (shared === 0 ? "./" : "../".repeat(shared)) + rest;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function rootOf(path: string): string {
  return /^([A-Za-z]:)?\//.exec(path)?.[0] ?? "";
}
