// Every sentence that is put into other languages, as the code has it: the client's through `l10n.t`, the core's as `sentence`.
import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

export interface Found {
  /** With `{0}`, `{1}`, … where the values go: the key of its translations. */
  readonly english: string;
  /** How many values the code hands in. */
  readonly values: number;
  readonly file: string;
}

/** The sentences in the client's sources, and what is handed to `l10n.t` there that is no plain text. */
export function clientSentences(): {
  readonly found: readonly Found[];
  readonly unreadable: readonly string[];
} {
  const found: Found[] = [];
  const unreadable: string[] = [];
  for (const { file, call } of callsIn("client/src/**/*.ts")) {
    const [text, ...values] = call.arguments;
    if (text && ts.isStringLiteralLike(text)) found.push({ english: text.text, values: values.length, file });
    else unreadable.push(`${file}: ${call.getText()}`);
  }
  return { found, unreadable };
}

/** The sentences in the server's sources. */
export function coreSentences(): readonly Found[] {
  return nodesIn("server/src/**/*.ts").flatMap(({ file, node }) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== "sentence") return [];
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return [{ english: template.text, values: 0, file }];
    const spans = template.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`);
    return [{ english: template.head.text + spans.join(""), values: spans.length, file }];
  });
}

/** Texts of the client that look like words for people and go to nobody's language. */
export function untranslated(): readonly string[] {
  const kinds = namesOfKinds();
  const isPlain = (node: Text): boolean =>
    WORDS.test(node.text) && !kinds.has(node.text) && !isForMachines(node);
  return nodesIn("client/{src,webview}/**/*.ts").flatMap(({ file, node }) =>
    isText(node) && isPlain(node) ? [`${file}: ${node.text}`] : [],
  );
}

/** What a type lists, such as `"not a folder"`, is read by code alone. */
function namesOfKinds(): ReadonlySet<string> {
  const literals = nodesIn("{client,server}/src/**/*.ts").flatMap(({ node }) =>
    ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : [],
  );
  return new Set(literals);
}

/** Three words or more, or two of which the first is written large: shorter ones are the names of kinds. */
const WORDS = /^[^<]*[A-Za-z]+ [a-z]+ [a-z]+|^[A-Z][a-z]+ [a-z]/;

/** The holes of a sentence, each once. */
export function holesOf(words: string): readonly string[] {
  return [...new Set(words.match(/\{\d+\}/g) ?? [])].toSorted();
}

function callsIn(pattern: string): readonly { readonly file: string; readonly call: ts.CallExpression }[] {
  return nodesIn(pattern).flatMap(({ file, node }) =>
    ts.isCallExpression(node) && isTranslating(node) ? [{ file, call: node }] : [],
  );
}

function isTranslating({ expression }: ts.CallExpression): boolean {
  return expression.getText() === "vscode.l10n.t";
}

type Text = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isText(node: ts.Node): node is Text {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}

/** Whether the text is a key of translations, a name that only code reads, an error nobody is shown, or a line of the log. */
function isForMachines(text: Text): boolean {
  for (let node: ts.Node = text; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isBinaryExpression(node.parent) && node.parent.operatorToken.getText().includes("==")) return true;
    if (ts.isLiteralTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return true;
    if (ts.isCallExpression(node)) return isTranslating(node) || /^(output|document)\./.test(node.getText());
  }
  return false;
}

function nodesIn(pattern: string): readonly { readonly file: string; readonly node: ts.Node }[] {
  return globSync(pattern).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
    const nodes: ts.Node[] = [source];
    for (const node of nodes) node.forEachChild((child) => void nodes.push(child));
    return nodes.map((node) => ({ file, node }));
  });
}
