// Objectives: Restart Language Server.
import type { Extension } from "../extension.ts";

export async function restartServer({ client }: Extension): Promise<void> {
  await client.stop();
  await client.start();
}
