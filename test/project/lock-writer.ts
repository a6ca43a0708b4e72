// A process that changes entries of a lock: `lock-writer.ts ROOT NAME COUNT`. It ends with 1 where one was not written.
import { nodeEmulatorWorld } from "../../server/src/emulator/node-world.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import { lockStore } from "../../server/src/project/lock-file.ts";
import { nodeFileSystem } from "../../server/src/project/node-file-system.ts";

const [root = "", name = "", count = "0"] = process.argv.slice(2);
const time = systemTime();
const { processes } = nodeEmulatorWorld(process, time);
const store = lockStore({ files: nodeFileSystem(), processes, time }, root, "remote");
for (let index = 0; index < Number(count); index += 1) {
  const place = { origin: "https://tavusapi.com", target: "tavus", file: `${name}${index}.objectives` };
  const writing = await store.change(place, (set) => ({ ...set, id: `o${name}${index}` }));
  if (!writing.ok) process.exitCode = 1;
}
