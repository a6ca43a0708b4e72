// Lists to their end, whatever the platform says about it.
import { expect, test } from "vitest";
import type { Page } from "../../server/src/platform/paging.ts";
import { collectPages } from "../../server/src/platform/paging.ts";
import { failed, succeeded } from "../../server/src/platform/result.ts";

interface Row {
  readonly id: string;
}

type Server = (limit: number, page: number) => Page<Row>;

function rows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `o${index}` }));
}

function slice(all: readonly Row[], length: number, page: number): readonly Row[] {
  return all.slice((page - 1) * length, page * length);
}

async function checkPages(server: Server, found: number, asked: number): Promise<void> {
  let requests = 0;
  const result = await collectPages((limit, page) => {
    requests += 1;
    return Promise.resolve(succeeded(server(limit, page)));
  });
  expect([result.ok && result.value.length, requests]).toEqual([found, asked]);
}

test.each<[what: string, Server, found: number, asked: number]>([
  ["nothing", () => ({ rows: [], totalCount: 0 }), 0, 1],
  ["one short page", (limit, page) => ({ rows: slice(rows(7), limit, page), totalCount: undefined }), 7, 1],
  [
    "several pages without a count",
    (limit, page) => ({ rows: slice(rows(120), limit, page), totalCount: undefined }),
    120,
    3,
  ],
  [
    "full pages without a count",
    (limit, page) => ({ rows: slice(rows(100), limit, page), totalCount: undefined }),
    100,
    3,
  ],
  [
    "full pages with a count",
    (limit, page) => ({ rows: slice(rows(100), limit, page), totalCount: 100 }),
    100,
    2,
  ],
  [
    "a server that gives ten a page",
    (_, page) => ({ rows: slice(rows(35), 10, page), totalCount: 35 }),
    35,
    4,
  ],
  ["a server that does not know pages", () => ({ rows: rows(60), totalCount: 600 }), 60, 2],
  [
    "a row that moves to the next page",
    (_, page) => ({
      rows: rows(60).slice(page * 20 - 21 < 0 ? 0 : page * 20 - 21, page * 20),
      totalCount: 60,
    }),
    60,
    3,
  ],
  [
    "a count that is too high",
    (limit, page) => ({ rows: slice(rows(60), limit, page), totalCount: 99 }),
    60,
    3,
  ],
])("%s", (_, server, found, asked) => checkPages(server, found, asked));

test("a page that fails fails the list", async () => {
  const call = { origin: "https://tavusapi.com", method: "GET", path: "/v2/objectives" } as const;
  const failure = failed({ kind: "cancelled", call, effect: "none" });
  const full: Page<Row> = { rows: rows(50), totalCount: undefined };
  expect(await collectPages((_, page) => Promise.resolve(page === 2 ? failure : succeeded(full)))).toBe(
    failure,
  );
});
