// A key goes to its own origin and nowhere else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { Environment } from "../../server/src/project/keys.ts";
import { keyFor, tavusKeyState } from "../../server/src/project/keys.ts";
import { LAW } from "../support/generators.ts";

const TAVUS_KEY = "tavus-secret-0123456789";
const OTHER_KEY = "other-secret-0123456789";

const EVERYTHING: Environment = {
  TAVUS_API_KEY: TAVUS_KEY,
  OBJECTIVES_API_KEY: OTHER_KEY,
  OBJECTIVES_API_ORIGIN: "https://staging.example.com",
};

function checkKey(address: string, environment: Environment = EVERYTHING): string {
  const choice = keyFor(address, environment);
  return choice.ok ? choice.key : inEnglish(choice.reason);
}

test.for([
  ["https://tavusapi.com", TAVUS_KEY],
  ["https://tavusapi.com/", TAVUS_KEY],
  ["https://TAVUSAPI.com:443", TAVUS_KEY],
  ["https://staging.example.com", OTHER_KEY],
  ["http://127.0.0.1:4180", "local"],
  ["http://localhost:1", "local"],
  ["http://[::1]:1", "local"],
] as const)("%s gets its own key", ([address, key]) => {
  expect(checkKey(address)).toBe(key);
});

test.for([
  "https://tavusapi.com.evil.example",
  "https://eviltavusapi.com",
  "https://tavusapi.com:444",
  "https://tavusapi.com.",
  "https://api.tavusapi.com",
  "http://tavusapi.com",
  "http://staging.example.com",
  "https://tavusapi.com@evil.example",
  "https://evil.example/tavusapi.com",
  "http://127.0.0.1.evil.example",
  "",
])("%s gets none", (address) => {
  expect(keyFor(address, EVERYTHING).ok).toBe(false);
});

test("for every origin but the key's own, the key is never returned", () => {
  const label = fc.constantFrom(
    "tavusapi",
    "tavus",
    "com",
    "example",
    "staging",
    "evil",
    "localhost",
    "127",
    "0",
    "1",
    "xn--tvus",
  );
  const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
  const address = fc
    .tuple(
      fc.constantFrom("https://", "http://", "HTTPS://", "//", ""),
      host,
      fc.constantFrom("", ":443", ":80", ":8443", "/", "/x", "?q", "#h", "@evil.com"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(address, fc.webUrl(), fc.string()), (given) => {
      const choice = keyFor(given, EVERYTHING);
      if (!choice.ok || choice.key === "local") return;
      const owner = choice.key === TAVUS_KEY ? "https://tavusapi.com" : "https://staging.example.com";
      expect(new URL(given.trim()).origin).toBe(owner);
    }),
    { ...LAW, numRuns: LAW.numRuns * 10 },
  );
});

test("a reason says what to set, and never holds a key", () => {
  const reasons = [
    checkKey("https://tavusapi.com", {}),
    checkKey("https://other.example", { TAVUS_API_KEY: TAVUS_KEY }),
    checkKey("https://other.example", { OBJECTIVES_API_KEY: OTHER_KEY }),
    checkKey("https://other.example"),
    checkKey("https://other.example", { OBJECTIVES_API_KEY: OTHER_KEY, OBJECTIVES_API_ORIGIN: OTHER_KEY }),
  ];
  expect(reasons.join("\n")).not.toMatch(/secret/);
  expect(reasons).toMatchInlineSnapshot(`
    [
      "There is no key for https://tavusapi.com: set TAVUS_API_KEY.",
      "There is no key for https://other.example: set OBJECTIVES_API_KEY, and OBJECTIVES_API_ORIGIN to https://other.example.",
      "OBJECTIVES_API_KEY does not say where it belongs: set OBJECTIVES_API_ORIGIN to https://other.example if it is there.",
      "OBJECTIVES_API_KEY belongs to https://staging.example.com and is not sent to https://other.example. For that, set OBJECTIVES_API_KEY, and OBJECTIVES_API_ORIGIN to https://other.example.",
      "OBJECTIVES_API_ORIGIN is no address to send to: write it like https://example.com.",
    ]
  `);
});

test("OBJECTIVES_API_KEY never goes to Tavus, even where its origin says so", () => {
  const environment = { OBJECTIVES_API_KEY: OTHER_KEY, OBJECTIVES_API_ORIGIN: "https://tavusapi.com" };
  expect(keyFor("https://tavusapi.com", environment).ok).toBe(false);
});

test("an empty variable is none, and blanks around a key are dropped", () => {
  expect(tavusKeyState({ TAVUS_API_KEY: " " })).toBe("not set");
  expect(tavusKeyState({ TAVUS_API_KEY: "k" })).toBe("set");
  expect(checkKey("https://tavusapi.com", { TAVUS_API_KEY: ` ${TAVUS_KEY}\n` })).toBe(TAVUS_KEY);
});
