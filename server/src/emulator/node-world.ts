// The emulator's world as Node gives it: real files, the real process, real chance.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Time } from "../platform/time.ts";
import { errorCode } from "../project/file-system.ts";
import type { EmulatorWorld } from "./emulator.ts";
import { nodeFiles } from "./node-files.ts";

/** What of Node's `process` tells the living from the dead. */
export type HostProcess = Pick<NodeJS.Process, "pid" | "kill">;

/** For entry points: `nodeEmulatorWorld(process, systemTime())`. */
export function nodeEmulatorWorld(host: HostProcess, { now }: Pick<Time, "now">): EmulatorWorld {
  const startedAt = Math.round(performance.timeOrigin);
  return {
    files: nodeFiles,
    processes: {
      own: { pid: host.pid, host: hostname(), startedAt },
      isRunning: (pid) => isRunning(host, pid),
    },
    now,
    randomDigits: (count) =>
      randomBytes(Math.ceil(count / 2))
        .toString("hex")
        .slice(0, count),
  };
}

function isRunning(host: HostProcess, pid: number): boolean {
  try {
    return host.kill(pid, 0);
  } catch (error) {
    // A process of another user is alive and must not be signalled.
    return errorCode(error) === "EPERM";
  }
}
