// A pull for programs: `pull --json`.
import type { Target } from "../../project/targets.ts";

export interface PulledReport {
  readonly version: 1;
  readonly target: string;
  /** The set, as seen from the project's folder. */
  readonly file: string;
  readonly objectives_id: string;
  readonly action: "unchanged" | "ahead" | "pulled" | "created" | "conflict";
  /** Those that were written, as people see them. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

export function pulledReport(
  { name }: Target,
  { id, ...said }: Omit<PulledReport, "version" | "target" | "objectives_id"> & { readonly id: string },
): PulledReport {
  const { file, action, files, notes } = said;
  return { version: 1, target: name, file, objectives_id: id, action, files, notes };
}
