// A violation of every rule that ESLint holds the sources to, and what must stay allowed.

export interface CodePlant {
  readonly file: string;
  readonly text: string;
  /** The rule's name, and words of its message where one rule says several things. */
  readonly rule: string;
  readonly says?: string;
}

const SYNTAX = "no-restricted-syntax";
const GLOBALS = "no-restricted-globals";
const OPENING = "// Holds what a test plants.\n";
const TEST_OPENING = `${OPENING}import { test } from "vitest";\n`;

const language = (name: string) => `server/src/language/model/${name}.ts`;
const server = (name: string) => `server/src/sync/${name}.ts`;

export const CODE_PLANTS: readonly CodePlant[] = [
  ...opening("no-comment", `export const a = 1;\n`),
  ...opening("this-file", `// This file holds what a test plants.\nexport const a = 1;\n`),
  ...opening("block-comment", `/* Holds what a test plants. */\nexport const a = 1;\n`),
  ...opening("late-comment", `export const a = 1;\n// Holds what a test plants.\n`),
  plant("house/telling-names", language("utils"), `export const a = 1;`),
  plant("house/telling-names", "client/src/index.ts", `export const a = 1;`),
  plant(
    "house/documented-boundary",
    "server/src/language/features/hover.ts",
    `export function hover(): number { return 1; }`,
  ),
  plant("house/documented-boundary", server("plan"), `export function plan(): number { return 1; }`),

  plant(
    "@typescript-eslint/no-explicit-any",
    language("any"),
    `export function first(it: any): string { return String(it); }`,
  ),
  plant(
    "@typescript-eslint/no-unsafe-assignment",
    server("parsed"),
    `export const it: { readonly a: string } = JSON.parse("1");`,
  ),
  plant(
    "@typescript-eslint/no-non-null-assertion",
    language("bang"),
    `export const first = (it: readonly string[]) => it[0]!;`,
  ),
  plant(
    "@typescript-eslint/consistent-type-imports",
    language("imports-type"),
    `import { Ranged } from "./ranged.ts";\nexport const a: Ranged = { start: 1 };`,
  ),
  plant(
    "@typescript-eslint/consistent-type-definitions",
    language("alias"),
    `export type Place = { readonly start: number };`,
  ),
  plant(
    "@typescript-eslint/no-floating-promises",
    server("floating"),
    `const go = async () => 1;\nexport const start = () => { go(); };`,
  ),
  plant(
    "@typescript-eslint/switch-exhaustiveness-check",
    language("switch"),
    `export function word(it: "a" | "b"): string {\n  switch (it) {\n    case "a": return "A";\n  }\n  return "";\n}`,
  ),
  plant(
    "@typescript-eslint/no-unnecessary-condition",
    language("condition"),
    `export const has = (it: { readonly a: object }) => (it.a ? 1 : 2);`,
  ),
  plant(
    "@typescript-eslint/ban-ts-comment",
    language("ignored"),
    `// @ts-ignore\nexport const a: string = 1;`,
  ),
  plant(
    "no-restricted-imports",
    language("extensionless"),
    `import type { Ranged } from "./ranged";\nexport const a: Ranged = { start: 1 };`,
  ),
  plant(
    "@typescript-eslint/prefer-promise-reject-errors",
    "server/src/cli/rejects.ts",
    `export const no = () => new Promise<string>((_, reject) => reject("no"));`,
  ),
  plant("no-warning-comments", language("later"), `// TODO: later\nexport const a = 1;`),
  plant(
    "max-lines-per-function",
    language("long"),
    `export function long(): number {\n${"  Math.abs(1);\n".repeat(80)}  return 1;\n}`,
  ),
  plant(
    "max-params",
    language("params"),
    `export const many = (a: string, b: string, c: string, d: string, e: string) => a + b + c + d + e;`,
  ),
  plant(
    "max-depth",
    language("deep"),
    `export function deep(a: number): number {\n  if (a > 1) { if (a > 2) { if (a > 3) { if (a > 4) { return 4; } } } }\n  return a;\n}`,
  ),
  plant(
    "complexity",
    language("complex"),
    `export const complex = (a: number) => ${Array.from({ length: 16 }, (_, i) => `a === ${i} ? ${i} : `).join("")}a;`,
  ),

  said("Use a union of strings", language("enumeration"), `export enum Kind { a }`),
  said("Use a module instead", language("named-space"), `export namespace Kinds { export const a = 1; }`),
  said("Export by name", language("default-export"), `export default 1;`),
  said("no re-exports.", language("star"), `export * from "./ranged.ts";`),
  said("no re-exports, no lists", language("export-list"), `const a = 1;\nexport { a };`),
  said("no re-exports, no lists", language("export-from"), `export type { Ranged } from "./ranged.ts";`),
  said(
    "instead of a boolean parameter",
    language("flag"),
    `export const print = (text: string, isLong: boolean) => (isLong ? text : "");`,
  ),
  said(
    "instead of a boolean parameter",
    language("default-flag"),
    `export const print = (text: string, isLong = false) => (isLong ? text : "");`,
  ),
  said(
    "No mutable state of a module",
    language("state"),
    `let count = 0;\nexport const next = () => (count += 1);`,
  ),
  said("No mutable state of a module", "client/src/state.ts", `export let count = 0;`),
  said(
    "An empty collection of a module",
    language("memory"),
    `const seen = new Map<string, string>();\nexport const see = (a: string) => seen.set(a, a);`,
  ),
  said("Randomness is handed in", server("random"), `export const chance = () => Math.random();`),
  said("The clock is handed in", server("now"), `export const now = () => Date.now();`),
  said("The clock is handed in", language("today"), `export const today = () => new Date();`),
  said("The language is total", language("throws"), `export const fail = () => { throw new Error("no"); };`),
  said(
    "Nothing throws in the language",
    language("tries"),
    `export function attempt(): number { try { return 1; } catch { return 2; } }`,
  ),
  said("The language is synchronous", language("asynchronous"), `export const go = async () => 1;`),
  said(
    "The language is synchronous",
    language("awaits"),
    `export const go = async (it: PromiseLike<number>) => await it;`,
  ),
  said(
    "The language is synchronous",
    language("promises"),
    `export const go = (): Promise<number> => Promise.resolve(1);`,
  ),
  said("instead of a class", language("object"), `export class Thing { readonly a = 1; }`),
  said(
    "instead of a class",
    "server/src/language/syntax/object.ts",
    `export class Thing { readonly a = 1; }`,
  ),
  said(
    "names and shapes, no behaviour",
    "server/src/protocol.ts",
    `export const HOVER = "objectives/hover";`,
  ),
  {
    file: "test/language/only.test.ts",
    text: `${TEST_OPENING}test.only("one", () => {});\n`,
    rule: SYNTAX,
    says: "Every test runs",
  },

  ...globals("console", `export const say = () => console.log("a");`),
  ...globals("process", `export const home = () => process.cwd();`),
  ...globals("fetch", `export const get = () => fetch("https://example.com");`),
  ...globals("globalThis", `export const get = () => globalThis.fetch("https://example.com");`),
  plant(
    GLOBALS,
    server("waits"),
    `export const wait = (done: () => void) => setTimeout(done, 1);`,
    "Waiting is handed in",
  ),
  plant(
    GLOBALS,
    server("repeats"),
    `export const wait = (done: () => void) => setInterval(done, 1);`,
    "Waiting is handed in",
  ),
  plant(
    GLOBALS,
    server("yields"),
    `export const wait = (done: () => void) => setImmediate(done);`,
    "Waiting is handed in",
  ),
  {
    file: "test/language/sleeps.test.ts",
    text: `${TEST_OPENING}test("sleeps", (context) => void setTimeout(() => context, 1));\n`,
    rule: GLOBALS,
    says: "Waiting is handed in",
  },
  plant("@typescript-eslint/no-unused-vars", language("unused"), `const a = 1;\nexport const b = 2;`),
  plant(
    "@typescript-eslint/restrict-template-expressions",
    language("template"),
    `export const say = (a: object) => \`\${a}\`;`,
  ),
  {
    file: "test/language/misused.test.ts",
    text: `${TEST_OPENING}const isReady = async () => true;\ntest("asks", () => { if (isReady()) return; });\n`,
    rule: "@typescript-eslint/no-misused-promises",
  },
  plant(
    "prefer-const",
    language("constant"),
    `export function one(): number {\n  let a = 1;\n  return a;\n}`,
  ),
  plant("no-var", language("variable"), `export function one(): number {\n  var a = 1;\n  return a;\n}`),
  plant("eqeqeq", language("equal"), `export const same = (a: string, b: string) => a == b;`),
  plant("object-shorthand", language("shorthand"), `export const pair = (a: string) => ({ a: a });`),
];

/** Modules that look like violations and are none: the lint must not grow past its rules. */
export const ALLOWED_CODE: Readonly<Record<string, string>> = {
  [language("ranged")]: `${OPENING}export interface Ranged {\n  readonly start: number;\n}\n`,
  "server/src/language/syntax/grammar.ts": `${OPENING}import { EmbeddedActionsParser } from "chevrotain";\nexport class Grammar extends EmbeddedActionsParser {}\n`,
  "server/src/language/graph/layout.ts": `${OPENING}export const layout = async (engine: () => Promise<number>) => (await engine()) + 1;\n`,
  "server/src/cli/main.ts": `${OPENING}console.log(process.argv.length, typeof fetch, Date.now());\n`,
  "server/src/platform/time.ts": `${OPENING}export const time = { now: () => Date.now(), random: () => Math.random() };\n`,
  "test/language/sound.test.ts": `${TEST_OPENING}test("is sound", async () => Promise.resolve());\n`,
};

function plant(rule: string, file: string, code: string, says?: string): CodePlant {
  return { rule, file, text: `${OPENING}${code}\n`, ...(says ? { says } : {}) };
}

function said(says: string, file: string, code: string): CodePlant {
  return plant(SYNTAX, file, code, says);
}

function opening(name: string, text: string): readonly CodePlant[] {
  return [language(name), `client/webview/${name}.ts`].map((file) => ({
    file,
    text,
    rule: "house/opening-comment",
  }));
}

function globals(name: string, code: string): readonly CodePlant[] {
  const files = [
    `server/src/lsp/${name}.ts`,
    `client/src/preview/${name}.ts`,
    `server/src/cli/commands/${name}.ts`,
  ];
  return files.map((file) => plant(GLOBALS, file, code));
}
