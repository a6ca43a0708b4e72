// Which target counts, and where it is.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { Config } from "../../server/src/project/config.ts";
import { NO_CONFIG, readConfig } from "../../server/src/project/config.ts";
import type { TargetWish } from "../../server/src/project/targets.ts";
import { chooseTarget, describeTarget, targetNames } from "../../server/src/project/targets.ts";

const NOTHING_NAMED: TargetWish = { named: undefined, url: undefined, tavusKey: "not set" };

function configOf(targets: object, defaultTarget?: string): Config {
  const reading = readConfig(JSON.stringify({ version: 1, defaultTarget, targets }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

function checkTarget(wish: Partial<TargetWish>, config: Config = NO_CONFIG): string {
  const choice = chooseTarget(config, { ...NOTHING_NAMED, ...wish });
  switch (choice.kind) {
    case "chosen":
      return inEnglish(describeTarget(choice.target));
    case "ask":
      return `ask among ${choice.names.join(", ")}`;
    case "refused":
      return inEnglish(choice.reason);
  }
}

test("without anything it is the emulator, and says so", () => {
  expect(checkTarget({})).toBe("local (http://127.0.0.1:4180, emulator, not Tavus)");
});

test("where a key for Tavus is set and nothing names a target, somebody has to say", () => {
  expect(checkTarget({ tavusKey: "set" })).toBe("ask among local, tavus");
});

test("a named target needs no question", () => {
  expect(checkTarget({ tavusKey: "set", named: "tavus" })).toBe("tavus (https://tavusapi.com)");
});

test("the default target of objectives.json names one", () => {
  const config = configOf({ staging: { url: "https://staging.example.com/" } }, "staging");
  expect(checkTarget({ tavusKey: "set" }, config)).toBe("staging (https://staging.example.com)");
  expect(checkTarget({ named: "local" }, config)).toContain("local");
});

test("an address overrides the target's own, and says where that is", () => {
  expect(checkTarget({ named: "tavus", url: "http://localhost:9" })).toBe(
    "tavus (http://localhost:9, this machine, not Tavus)",
  );
  expect(checkTarget({ url: "http://127.0.0.1:9", tavusKey: "set" })).toContain("local (http://127.0.0.1:9");
  expect(checkTarget({ url: "https://proxy.example.com", tavusKey: "set" })).toBe(
    "tavus (https://proxy.example.com)",
  );
});

test("a built-in target may get parameters, but not another meaning", () => {
  const config = configOf({ tavus: { params: { hooks: "https://a.example" } } });
  expect(checkTarget({ named: "tavus" }, config)).toBe("tavus (https://tavusapi.com)");
  expect(checkTarget({ named: "tavus" }, configOf({ tavus: { url: "https://evil.example" } }))).toContain(
    "The target 'tavus' always means https://tavusapi.com",
  );
  expect(checkTarget({ named: "local" }, configOf({ local: { url: "https://evil.example" } }))).toContain(
    "The target 'local' always means an address of this machine",
  );
  expect(checkTarget({ named: "local" }, configOf({ local: { url: "http://127.0.0.1:5000" } }))).toContain(
    "http://127.0.0.1:5000",
  );
});

test.for([
  [{ named: "tvus" }, {}, "No target is called 'tvus'. Did you mean 'tavus'?"],
  [{ named: "production" }, {}, "No target is called 'production'. There are: local, tavus."],
  [{ named: "constructor" }, {}, "No target is called 'constructor'."],
  [{ named: "x" }, { x: {} }, `The target 'x' has no "url" in objectives.json.`],
  [{ named: "x" }, { x: { url: "http://example.com" } }, "is not encrypted"],
  [{ named: "x", url: "ftp://example.com" }, { x: {} }, "is not https"],
] as const)("%j with %j: %s", ([wish, targets, words]) => {
  expect(checkTarget(wish, configOf(targets))).toContain(words);
});

test("who named the address is known, because a workspace's file may not send silently", () => {
  const config = configOf({ x: { url: "https://x.example" } });
  const from = (wish: Partial<TargetWish>): unknown => {
    const choice = chooseTarget(config, { ...NOTHING_NAMED, ...wish });
    return choice.kind === "chosen" && choice.target.addressFrom;
  };
  expect(from({ named: "x" })).toBe("objectives.json");
  expect(from({ named: "x", url: "https://y.example" })).toBe("option");
  expect(from({ named: "tavus" })).toBe("built in");
});

test("a change is asked about, but on this machine", () => {
  const confirm = (named: string, targets: object): unknown => {
    const choice = chooseTarget(configOf(targets), { ...NOTHING_NAMED, named });
    return choice.kind === "chosen" && choice.target.confirm;
  };
  expect(confirm("tavus", {})).toBe("changes");
  expect(confirm("local", {})).toBe("never");
  expect(confirm("local", { local: { confirm: "changes" } })).toBe("changes");
});

test("the built-in targets come first in a list", () => {
  expect(targetNames(configOf({ b: {}, a: {}, tavus: {} }))).toEqual(["local", "tavus", "b", "a"]);
});
