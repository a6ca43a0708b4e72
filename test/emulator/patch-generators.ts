// Patches as a careless or an ill-willed sender might make them, for a stored set.
import fc from "fast-check";
import { FIELD } from "../../server/src/language/compile/payload.ts";

const SEGMENTS = [
  "data",
  "name",
  "uuid",
  "created_at",
  "0",
  "1",
  "2",
  "-",
  "01",
  "9",
  "",
  "__proto__",
  "constructor",
  "prototype",
  "polluted",
  "length",
  "toString",
  "~0",
  "~1",
  "~2",
  "x",
  ...Object.values(FIELD),
];

const path = fc
  .array(fc.constantFrom(...SEGMENTS), { maxLength: 4 })
  .map((segments) => segments.map((it) => `/${it}`).join(""));

/** A path that leads somewhere in a set of two or three objectives. */
const likelyPath = fc.oneof(
  fc.constantFrom("", "/name", "/data", "/data/-", "/data/0", "/data/1", "/uuid"),
  fc
    .tuple(fc.nat(2), fc.constantFrom(...Object.values(FIELD)))
    .map(([index, key]) => `/data/${index}/${key}`),
);

const objectiveName = fc.constantFrom("a", "b", "c", "10", "");

export const anyObjective = fc.record(
  {
    [FIELD.name]: objectiveName,
    [FIELD.prompt]: fc.string(),
    [FIELD.variables]: fc.array(fc.string(), { maxLength: 2 }),
    [FIELD.conditional]: fc.dictionary(objectiveName, fc.string(), { maxKeys: 2 }),
    [FIELD.requiredSingle]: objectiveName,
    [FIELD.requiredList]: fc.array(objectiveName, { maxLength: 2 }),
    extra: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: [FIELD.name] },
);

const value = fc.oneof(
  anyObjective,
  fc.array(anyObjective, { maxLength: 3 }),
  objectiveName,
  fc.jsonValue({ maxDepth: 2 }),
);

const operation = fc.record(
  {
    op: fc.constantFrom("add", "remove", "replace", "move", "copy", "test", "add", "replace", "_get", "?"),
    path: fc.oneof(likelyPath, likelyPath, path),
    from: fc.oneof(likelyPath, path),
    value,
  },
  { requiredKeys: ["op", "path"] },
);

export const anyPatch = fc.array(operation, { maxLength: 4 });
