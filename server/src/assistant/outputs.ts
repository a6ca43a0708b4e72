// The shapes of what tools answer, as the command line prints them: schemas/cli has the same for programs.
import * as z from "zod";

const place = z.int().min(1);

const finding = z.strictObject({
  file: z.string(),
  line: place,
  column: place,
  endLine: place,
  endColumn: place,
  severity: z.enum(["error", "warning", "information", "hint"]),
  code: z.string(),
  message: z.string(),
  url: z.string(),
});

const count = z.int().min(0);

export const checked = z.strictObject({
  files: count,
  errors: count,
  warnings: count,
  findings: z.array(finding),
});

/** Of the platform's document only that it is one: what it says is the platform's matter. */
export const compiled = z.strictObject({
  version: z.literal(1),
  file: z.string(),
  document: z.record(z.string(), z.unknown()).nullable(),
  findings: z.array(finding),
});

const remark = z.strictObject({ pointer: z.string(), line: place, column: place, reason: z.string() });

export const decompiled = z.strictObject({
  version: z.literal(1),
  text: z.string().nullable(),
  notes: z.array(remark),
  refused: z.array(remark),
});

const plannedSet = z.looseObject({
  file: z.string(),
  action: z.enum(["create", "update", "unchanged", "drifted", "conflict", "gone", "adopt"]),
  objectives: z.array(z.looseObject({ name: z.string(), change: z.string() })),
});

export const planned = z.strictObject({
  target: z.string(),
  sets: z.array(plannedSet),
});
