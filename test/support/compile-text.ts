// A text as the document that it says, and as what its trees say.
import { compile } from "../../server/src/language/compile/compile.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import { check } from "../../server/src/language/diagnostics/check.ts";
import { declarationsOf, parse } from "../../server/src/language/model/source.ts";
import { modelOf } from "./fixture.ts";

/** Undefined where the text says no one document. */
export function compileText(
  text: string,
  given: Readonly<Record<string, string>> = {},
): SetDocument | undefined {
  const compiled = compile(check(modelOf(text, given)));
  return compiled.kind === "document" ? compiled.document : undefined;
}

/** What the trees of a text say, whatever its layout: without places, quotes and forms, properties by their kind. */
export function meaningOf(text: string): unknown {
  return Array.from(declarationsOf(parse(text)), ({ node }) => said(node));
}

const LAYOUT: ReadonlySet<string> = new Set(["span", "keyword", "arrow", "body", "quoted", "form"]);

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !LAYOUT.has(key));
  return Object.fromEntries(
    entries.map(([key, member]) => [key, key === "end" ? "said" : said(inOrder(key, member))]),
  );
}

function inOrder(key: string, member: unknown): unknown {
  if (key !== "properties" || !Array.isArray(member)) return member;
  const properties = member as { readonly kind: string }[];
  return properties.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}
