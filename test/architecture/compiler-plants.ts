// What the compiler must refuse: in the language everything of the world outside, everywhere the loose forms.

export interface CompilerPlant {
  readonly name: string;
  readonly code: string;
  /** The compiler's code of the error. */
  readonly error: string;
}

export const COMPILER_PLANTS: readonly CompilerPlant[] = [
  { name: "process", code: `export const a = process.cwd();`, error: "TS2591" },
  { name: "window", code: `export const a = window.name;`, error: "TS2304" },
  { name: "document", code: `export const a = document.title;`, error: "TS2584" },
  { name: "fetch", code: `export const a = fetch("https://example.com");`, error: "TS2304" },
  { name: "console", code: `export const a = () => console.log("a");`, error: "TS2584" },
  { name: "timers", code: `export const a = () => setTimeout(() => 1, 1);`, error: "TS2304" },
  { name: "node", code: `import { join } from "node:path";\nexport const a = join("a");`, error: "TS2591" },
  { name: "enumeration", code: `export enum Kind { a }`, error: "TS1294" },
  {
    name: "indexed",
    code: `export const first = (it: readonly string[]): string => it[0];`,
    error: "TS2322",
  },
  {
    name: "optional",
    code: `interface A { a?: string }\nexport const a: A = { a: undefined };`,
    error: "TS2375",
  },
  { name: "returns", code: `export function a(it: number) { if (it > 1) return 1; }`, error: "TS7030" },
  {
    name: "falls",
    code: `export function a(it: number): number {\n  let b = 0;\n  switch (it) {\n    case 1: b = 1;\n    case 2: b += 2;\n  }\n  return b;\n}`,
    error: "TS7029",
  },
  { name: "unused", code: `const a = 1;\nexport const b = 2;`, error: "TS6133" },
  { name: "unused-parameter", code: `export const a = (it: number) => 1;`, error: "TS6133" },
  {
    name: "overrides",
    code: `class A { a() { return 1; } }\nexport class B extends A { a() { return 2; } }`,
    error: "TS4114",
  },
  { name: "implicit", code: `export const a = (it) => it;`, error: "TS7006" },
];
