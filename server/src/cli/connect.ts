// The way to the target that a command means: its address, its key, its lock, or the emulator inside the command.
import type { LocalEmulator } from "../emulator/emulator.ts";
import { openStandIn, probeOf } from "../emulator/stand-in.ts";
import type { Client } from "../platform/client.ts";
import { createClient } from "../platform/client.ts";
import type { Project } from "../project/find-project.ts";
import { keyFor, tavusKeyState } from "../project/keys.ts";
import { lockStore } from "../project/lock-file.ts";
import type { LockStore, LockStoreWorld } from "../project/lock-file.ts";
import type { Target, TargetChoice } from "../project/targets.ts";
import { chooseTarget } from "../project/targets.ts";
import type { ExitCode } from "./exit-code.ts";
import { EXIT } from "./exit-code.ts";
import type { Session } from "./session.ts";
import { complain } from "./session.ts";
import type { World } from "./world.ts";

export interface Link {
  readonly project: Project;
  readonly target: Target;
  readonly client: Client;
  readonly locks: LockStore;
}

/** Finds the target that counts; undefined, with a complaint, where somebody has to say which. */
export async function targetOf(session: Session, { config }: Project): Promise<Target | undefined> {
  const { target: named, url, world } = session;
  const tavusKey = tavusKeyState(world.environment);
  const choice = chooseTarget(config, { named, url, tavusKey });
  const answer = choice.kind === "ask" ? await askWhich(session, choice) : undefined;
  const final = answer === undefined ? choice : chooseTarget(config, { named: answer, url, tavusKey });
  if (final.kind === "chosen") return final.target;
  complain(session, final.reason);
  return undefined;
}

/** Runs `use` with a link to the target, and puts away afterwards what the link needed. */
export async function withLink(
  session: Session,
  project: Project,
  target: Target,
  use: (link: Link) => Promise<ExitCode>,
): Promise<ExitCode> {
  const key = keyFor(target.origin, session.world.environment);
  if (!key.ok) {
    complain(session, key.reason);
    return EXIT.wrongUse;
  }
  const { fetch, emulator, interruption: signal } = session.world;
  const standIn = await openStandIn(target, project, { listens: probeOf(fetch), world: emulator, signal });
  if (standIn?.ok === false) {
    complain(session, standIn.problem.message);
    return standIn.problem.kind === "store in use" ? EXIT.unreachable : EXIT.wrongUse;
  }
  try {
    return await use({
      project,
      target,
      client: clientFor(session.world, target, key.key, standIn?.emulator),
      locks: lockStore(lockWorldOf(session.world), project.root, target.place),
    });
  } finally {
    await standIn?.emulator.close();
  }
}

function lockWorldOf({ files, time, emulator: { processes } }: World): LockStoreWorld {
  return { files, time, processes };
}

function clientFor(
  { fetch, time, interruption }: World,
  { origin }: Target,
  key: string,
  emulator: LocalEmulator | undefined,
): Client {
  return createClient({
    origin,
    key,
    fetch: emulator?.fetch ?? fetch,
    time,
    log: () => undefined,
    signal: interruption,
  });
}

async function askWhich(
  { world }: Session,
  { names }: Extract<TargetChoice, { kind: "ask" }>,
): Promise<string | undefined> {
  const answer = await world.ask(`Which target: ${names.join(", ")}? `);
  return answer === undefined || answer.trim() === "" ? undefined : answer.trim();
}
