// Walks a list of pages to its end, whatever the platform says or leaves out about where that is.
import type { Result } from "./result.ts";
import { succeeded } from "./result.ts";

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many rows all pages have together, where the platform says so. */
  readonly totalCount: number | undefined;
}

const PAGE_LENGTH = 50;

/**
 * Collects the rows of all pages, each id once: a list that changes while it is read shows a row twice.
 * The end is a page with nothing new, the total count reached, or, without a count, a short page.
 */
export async function collectPages<Row extends { readonly id: string }>(
  getPage: (limit: number, page: number) => Promise<Result<Page<Row>>>,
): Promise<Result<readonly Row[]>> {
  const found = new Map<string, Row>();
  for (let page = 1; ; page += 1) {
    const result = await getPage(PAGE_LENGTH, page);
    if (!result.ok) return result;
    const before = found.size;
    for (const row of result.value.rows) if (!found.has(row.id)) found.set(row.id, row);
    if (found.size === before || isLast(result.value, found.size)) return succeeded([...found.values()]);
  }
}

/** A count wins over a short page: the platform may give fewer rows a page than it was asked for. */
function isLast<Row>({ rows, totalCount }: Page<Row>, found: number): boolean {
  return totalCount === undefined ? rows.length < PAGE_LENGTH : found >= totalCount;
}
