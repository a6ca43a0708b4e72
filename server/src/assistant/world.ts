// Everything that the tools need of the outside, and the world of a command that is called for an assistant.
import type { World } from "../cli/world.ts";
import { STANDARD_INPUT } from "../cli/world.ts";
import { confinedFiles, type Disk } from "./confined-files.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import { FINDING_PAGES } from "./pages.ts";
import type { Reach } from "./reach.ts";
import { unwrittenFiles } from "./unwritten-files.ts";

export interface AssistantWorld extends Pick<World, "fetch" | "time" | "emulator" | "withLayout"> {
  readonly disk: Disk;
  /** A page of the documentation by its path in it; undefined where there is none. */
  readonly page: (path: string) => Promise<string | undefined>;
}

/** What a command printed, in two heaps. */
export interface Printed {
  output: string;
  errors: string;
}

/** The world of one command: it reads within the reach, asks approved addresses, writes nothing and asks nobody. */
export function commandWorld(
  { disk, fetch, time, emulator, withLayout }: AssistantWorld,
  reach: Reach,
  printed: Printed,
  interruption: AbortSignal,
): World {
  const files = confinedFiles(disk, reach);
  const into = (heap: keyof Printed): World["output"] => ({
    kind: "file",
    columns: undefined,
    write: (text) => void (printed[heap] += text),
  });
  return {
    folder: reach.roots[0],
    environment: { ...reach.environment, NO_COLOR: "1" },
    files,
    readInput: async () => ({ ok: false, failure: { kind: "missing", path: STANDARD_INPUT, code: "" } }),
    output: into("output"),
    errors: into("errors"),
    ask: async () => undefined,
    fetch: guardedFetch(fetch, reach.origins),
    time,
    interruption,
    emulator: { ...emulator, files: unwrittenFiles(files) },
    pages: FINDING_PAGES,
    withLayout,
    serveEditor: async () => undefined,
    serveAssistant: async () => undefined,
  };
}
