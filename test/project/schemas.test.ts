// The shipped JSON schemas agree with what the program reads and writes.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { LanguageService } from "vscode-json-languageservice";
import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import { readConfig } from "../../server/src/project/config.ts";
import { contentHash } from "../../server/src/project/content-hash.ts";
import type { ShapeResult } from "../../server/src/project/json-shape.ts";
import {
  EMPTY_LOCK,
  EMPTY_SET_LOCK,
  readLock,
  withSetLock,
  writeLock,
} from "../../server/src/project/lock.ts";

type Kind = "objectives" | "objectives.lock";

const READERS = { objectives: readConfig, "objectives.lock": readLock } as const satisfies Record<
  Kind,
  (text: string) => ShapeResult<unknown>
>;

function serviceFor(kind: Kind): LanguageService {
  const schema: object = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, "utf8"));
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: "schema:x", fileMatch: ["*"], schema }] });
  return service;
}

/** Both judges agree; says which way. */
async function checkJudgement(kind: Kind, text: string): Promise<"taken" | "refused"> {
  const service = serviceFor(kind);
  const document = TextDocument.create(`file:///${kind}.json`, "json", 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document));
  const reading = READERS[kind](text);
  expect({ schema: problems.length === 0, program: reading.ok, problems, text }).toMatchObject({
    schema: reading.ok,
  });
  return reading.ok ? "taken" : "refused";
}

const FULL_CONFIG = {
  version: 1,
  defaultTarget: "tavus",
  targets: {
    staging: {
      url: "https://tavusapi.com",
      params: { hooks: "https://staging.example.com" },
      personas: { "intake.objectives": ["p1234"] },
      confirm: "changes",
    },
  },
  rules: { "long-prompt": "off", "vague-prompt": "warning" },
};

test.for([
  [FULL_CONFIG, "taken"],
  [{ version: 1 }, "taken"],
  [{ version: 2 }, "refused"],
  [{}, "refused"],
  [[], "refused"],
  [{ version: 1, other: 1 }, "refused"],
  [{ version: 1, rules: { x: "loud" } }, "refused"],
  [{ version: 1, targets: { x: { key: "secret" } } }, "refused"],
  [{ version: 1, targets: { x: { sets: "a" } } }, "refused"],
  [{ version: 1, targets: { x: { confirm: true } } }, "refused"],
] as const)("objectives.json %j is %s", async ([config, judgement]) => {
  expect(await checkJudgement("objectives", JSON.stringify(config))).toBe(judgement);
});

test.for([
  [{ version: 1, origins: {} }, "taken"],
  [{ version: 1 }, "refused"],
  [{ version: 1, origins: { o: { targets: { t: { sets: { f: {} } } } } } }, "taken"],
  [
    {
      version: 1,
      origins: { o: { targets: { t: { sets: { f: { objectives_id: "o1", personas: ["p"] } } } } } },
    },
    "taken",
  ],
  [{ version: 1, origins: { o: { targets: { t: { sets: { f: { requiredField: "both" } } } } } } }, "refused"],
  [{ version: 1, origins: { o: { targets: { t: { sets: { f: { uuid: "o1" } } } } } } }, "refused"],
  [
    { version: 1, origins: { o: { targets: { t: { sets: { f: { pending: { name: "x" } } } } } } } },
    "refused",
  ],
] as const)("objectives.lock.json %j is %s", async ([lock, judgement]) => {
  expect(await checkJudgement("objectives.lock", JSON.stringify(lock))).toBe(judgement);
});

test("what the program writes is taken", async () => {
  const document = { name: "", objectives: [] };
  const base = { document, hash: await contentHash(document), appliedAt: "2026-03-01T12:00:00.000Z" };
  const set = { ...EMPTY_SET_LOCK, id: "o1", base, history: [base], pending: { name: "", hash: base.hash } };
  const lock = withSetLock(EMPTY_LOCK, { origin: "https://tavusapi.com", target: "tavus", file: "a" }, set);
  expect(await checkJudgement("objectives.lock", writeLock(lock))).toBe("taken");
});
