// Which folders an assistant may read in: those that people name, else those that its program has open.
import { fileURLToPath } from "node:url";
import type { AssistantWish } from "../cli/world.ts";
import { portablePath } from "../project/node-file-system.ts";
import { parentOf } from "../project/paths.ts";
import { LOCAL_ORIGIN } from "../project/targets.ts";
import type { Disk } from "./confined-files.ts";
import type { ClientFolders, ReadReach } from "./mcp.ts";
import type { Reach } from "./reach.ts";

/** The reach that people's wish gives. */
export function reachOf(
  wish: AssistantWish,
  { realPath }: Pick<Disk, "realPath">,
  environment: Reach["environment"],
): ReadReach {
  return async (clientFolders) => {
    const folders = await foldersOf(wish, clientFolders);
    const real = await Promise.all(folders.map(realPath));
    const [first, ...others] = real.filter((it) => it !== undefined);
    if (first === undefined) return { refused: `${folders.join(" and ")} cannot be found. ${ADVICE}` };
    const roots = [first, ...others] as const;
    if (roots.some((root) => parentOf(root) === undefined)) return { refused: `${WHOLE_DISK} ${ADVICE}` };
    const { target, origins } = wish;
    return { roots, texts: new Map(), target, origins: [LOCAL_ORIGIN, ...origins], environment };
  };
}

/** Some programs start their servers at the top of the disk. */
const WHOLE_DISK = "No folder is named, and a whole disk is more than an assistant should read.";

const ADVICE = "Start the server with --cwd and the folder of your sets.";

async function foldersOf(
  { folder, counts }: AssistantWish,
  client: ClientFolders,
): Promise<readonly string[]> {
  const uris = counts === "this folder" ? [] : ((await client()) ?? []);
  const folders = uris.flatMap(pathOf);
  return folders.length === 0 ? [folder] : folders;
}

function pathOf(uri: string): readonly string[] {
  try {
    return [portablePath(fileURLToPath(uri), "/")];
  } catch {
    // A folder that is not on this machine's disk.
    return [];
  }
}

/** The same reach by real paths, for whoever names folders and files as an editor does. */
export async function withLinksFollowed(reach: Reach, { realPath }: Pick<Disk, "realPath">): Promise<Reach> {
  const real = async (path: string): Promise<string> => (await realPath(path)) ?? path;
  const [first, ...others] = reach.roots;
  const texts = [...reach.texts].map(async ([path, text]) => [await real(path), text] as const);
  return {
    ...reach,
    roots: [await real(first), ...(await Promise.all(others.map(real)))],
    texts: new Map(await Promise.all(texts)),
  };
}
