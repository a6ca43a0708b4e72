// Which addresses may be sent to.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { isLoopback, readOrigin } from "../../server/src/platform/origin.ts";

test.each([
  ["https://tavusapi.com", "https://tavusapi.com", "remote"],
  [" https://TavusAPI.com/ ", "https://tavusapi.com", "remote"],
  ["https://example.org:8443", "https://example.org:8443", "remote"],
  ["https://example.org:443", "https://example.org", "remote"],
  ["http://127.0.0.1:4180", "http://127.0.0.1:4180", "loopback"],
  ["http://127.1:4180/", "http://127.0.0.1:4180", "loopback"],
  ["http://localhost:80", "http://localhost", "loopback"],
  ["http://[::1]:9", "http://[::1]:9", "loopback"],
  ["https://localhost", "https://localhost", "loopback"],
])("%s is sent to as %s (%s)", (address, origin, place) => {
  expect(readOrigin(address)).toEqual({ ok: true, origin, place });
});

test.each([
  ["", "An empty text is not an address; write it like https://tavusapi.com."],
  ["tavusapi.com", "tavusapi.com is not an address; write it like https://tavusapi.com."],
  [
    "http://tavusapi.com",
    "http://tavusapi.com is not encrypted; http is allowed on this machine alone, so write https.",
  ],
  [
    "http://127.0.0.1.example.org",
    "http://127.0.0.1.example.org is not encrypted; http is allowed on this machine alone, so write https.",
  ],
  [
    "http://localhost.example.org",
    "http://localhost.example.org is not encrypted; http is allowed on this machine alone, so write https.",
  ],
  [
    "http://0.0.0.0:4180",
    "http://0.0.0.0:4180 is not encrypted; http is allowed on this machine alone, so write https.",
  ],
  ["ftp://tavusapi.com", "ftp: is not https."],
  ["file:///etc/passwd", "file: is not https."],
  [
    "https://me:secret@tavusapi.com",
    "tavusapi.com must stand without a user name or password in the address.",
  ],
  ["https://tavusapi.com/v2", "https://tavusapi.com must stand alone, without a path, a query or a #."],
  [
    "https://tavusapi.com/?key=secret",
    "https://tavusapi.com must stand alone, without a path, a query or a #.",
  ],
])("%s is refused", (address, reason) => {
  const reading = readOrigin(address);
  expect(reading.ok ? reading.origin : inEnglish(reading.reason)).toBe(reason);
});

test("says what is this machine", () => {
  expect(["http://127.9.9.9", "https://tavusapi.com", "http://example.org", "?"].map(isLoopback)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
