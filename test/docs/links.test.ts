// The links of the language's pages lead to a file that is there, and to one of its headings.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { piecesOf } from "./markdown.ts";

const DOCS = path.join(import.meta.dirname, "..", "..", "docs");

test.each(["language.md", "reference.md"])("%s has no link that leads nowhere", (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

function linksOf(page: string): readonly string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !link.startsWith("https://"));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#", 2);
  const target = file === "" ? page : file;
  if (!existsSync(path.join(DOCS, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** The anchors that GitHub gives the page's headings. */
function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function proseOf(page: string): string {
  const pieces = piecesOf(readFileSync(path.join(DOCS, page), "utf8"));
  return pieces.map((piece) => (piece.kind === "prose" ? piece.text : "")).join("");
}
