// Objectives: Show Output. What was sent where.
import type { Extension } from "../extension.ts";

export async function showOutput({ output }: Extension): Promise<void> {
  output.show();
}
