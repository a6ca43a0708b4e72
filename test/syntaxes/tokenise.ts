// Runs the TextMate grammars of the extension as VS Code runs them.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar } from "vscode-textmate";

/** A piece of a line; `scopes` from the outermost to the innermost, without the one of the whole language. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export type Highlighter = (source: string) => readonly (readonly Token[])[];

/** Loads the grammar of `scopeName` out of the files given by scope, with the grammars that are injected into it. */
export async function loadHighlighter(
  scopeName: string,
  files: Readonly<Record<string, string | IRawGrammar>>,
  injections: readonly string[],
): Promise<Highlighter> {
  await loadRegularExpressions();
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => readGrammar(files[scope]),
    getInjections: (scope) => (scope === scopeName ? [...injections] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar for ${scopeName}.`);
  return (source) => highlight(grammar, source);
}

async function loadRegularExpressions(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
}

async function readGrammar(grammar: string | IRawGrammar | undefined): Promise<IRawGrammar | undefined> {
  if (typeof grammar !== "string") return grammar;
  return textmate.parseRawGrammar(await readFile(grammar, "utf8"), grammar);
}

function highlight(grammar: IGrammar, source: string): Token[][] {
  let state = textmate.INITIAL;
  return source.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex: start, endIndex, scopes }) => {
        const end = Math.min(endIndex, line.length);
        return { text: line.slice(start, end), start, end, scopes: scopes.slice(1) };
      })
      .filter(({ text }) => text.trim() !== "");
  });
}
