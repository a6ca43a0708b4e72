// What the guide shows beside its examples, made anew from them: findings, documents, layouts, what commands print.
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { decompile } from "../../server/src/language/compile/decompile.ts";
import { readPayload } from "../../server/src/language/compile/read-payload.ts";
import { writePayload } from "../../server/src/language/compile/write-payload.ts";
import { urlOf } from "../../server/src/language/diagnostics/codes.ts";
import { messageOf } from "../support/sentences.ts";
import type { Finding } from "../../server/src/language/diagnostics/finding.ts";
import { format } from "../../server/src/language/features/format.ts";
import { parse } from "../../server/src/language/model/source.ts";
import { consoleAnew } from "../cli/console.ts";
import { stage, type Stage } from "../cli/stage.ts";
import { compileText } from "../support/compile-text.ts";
import { findingsOf } from "../support/findings.ts";
import { MAIN } from "../support/fixture.ts";
import { inlineCode, pageOf, piecesOf, plain, type Fence, type Piece } from "./markdown.ts";
import { withPairs } from "./pairs.ts";

/**
 * A fence says in its info string what it is:
 * - `objectives`: a text. A first line such as `// closing.objectives` makes it a file; what is found in it is listed below.
 * - `objectives untidy`, and below it `objectives formatted`: a text as typed, and as it is laid out.
 * - `json`: what the text above compiles to, and `json name`: the objective of that name in it.
 * - `json given`, and below it `objectives decompiled`: a document, and its text. `json objectives.json` is that file.
 * - `console`: commands on these files, and what they print.
 */
export async function guideAnew(page: string): Promise<string> {
  const pieces = piecesOf(page);
  const guide = { files: filesOf(pieces), on: stage(filesOf(pieces)) };
  const written: Piece[] = [];
  for (const [index, piece] of pieces.entries())
    written.push(await anew(piece, pieces.slice(0, index), guide));
  return withPairs(pageOf(written));
}

/** The texts of the page that are not laid out as they should be, but for those that are so on purpose. */
export function untidyTexts(page: string): readonly string[] {
  const texts = fencesOf(piecesOf(page)).filter(
    (fence) => isText(fence) && fence.info !== "objectives untidy",
  );
  return texts.map(({ body }) => body).filter((body) => format(parse(body)) !== body);
}

interface Guide {
  /** The page's files by their names. */
  readonly files: Files;
  readonly on: Stage;
}

type Files = Readonly<Record<string, string>>;

async function anew(piece: Piece, above: readonly Piece[], guide: Guide): Promise<Piece> {
  if (piece.kind === "prose") return { ...piece, text: withFindings(piece.text, above.at(-1), guide) };
  return { ...piece, body: await bodyAnew(piece, fencesOf(above), guide) };
}

async function bodyAnew({ info, body }: Fence, above: readonly Fence[], guide: Guide): Promise<string> {
  const text = above.findLast(isText)?.body ?? "";
  const given = above.findLast((fence) => fence.info === "json given")?.body ?? "";
  if (info === "console") return consoleAnew(body, guide.on);
  if (info === "objectives formatted") return format(parse(text));
  if (info === "objectives decompiled") return decompiled(given);
  if (info === "json") return compiled(text);
  const [, name] = /^json (\w+)$/.exec(info) ?? [];
  return name === undefined || name === "given" ? body : compiledObjective(text, name);
}

function compiled(text: string): string {
  const document = compileText(text);
  const written = document && writePayload(document, "list");
  return typeof written === "string" ? written : "No document.\n";
}

/** One objective as it stands in the document; a text without a header is read as if it had one. */
function compiledObjective(text: string, name: string): string {
  const document = compileText(/^objectives\b/m.test(text) ? text : `objectives ""\n\n${text}`);
  const objectives = document?.objectives.filter((it) => it.name === name) ?? [];
  const written = writePayload({ name: "", objectives }, "list");
  if (typeof written !== "string") return "No document.\n";
  return written
    .split("\n")
    .slice(2, -3)
    .map((line) => `${line.slice(4)}\n`)
    .join("");
}

function decompiled(json: string): string {
  const read = readPayload(json);
  return "refused" in read
    ? read.refused.map(({ reason }) => `${inEnglish(reason)}\n`).join("")
    : decompile(read.document, read.extras);
}

const FINDINGS = /^\n\n(?:> - _(?:error|warning|information|hint)_ .*\n)+/;

/** The prose below a text, its list of what is found in it made anew. */
function withFindings(prose: string, above: Piece | undefined, { files }: Guide): string {
  if (above?.kind !== "fence" || !isText(above)) return prose;
  const text = above.body.replace(NAME, "");
  const found = findingsOf(text + othersThan(above.body, files)).filter(({ file }) => file === MAIN);
  const lines = found.map((finding) => `${quoted(text, finding)}\n`);
  const rest = prose.replace(FINDINGS, "\n");
  return lines.length === 0 ? rest : `\n\n${lines.join("")}${rest.replace(/^\n/, "")}`;
}

/** The page's other texts with a name, as a fixture has them behind its own. */
function othersThan(body: string, files: Files): string {
  return Object.values(files)
    .filter((other) => other !== body && NAME.test(other))
    .join("");
}

function quoted(text: string, { code, severity, span, arguments: args }: Finding): string {
  const [place = ""] = text.slice(span.start, span.end).split(/\r\n|\r|\n/, 1);
  return `> - _${severity}_ [\`${code}\`](${urlOf(code, "findings")}) at ${inlineCode(place.trim())}: ${plain(messageOf(code, args))}`;
}

/** The line that gives a text its name. */
const NAME = /^\/\/ ([\w.-]+\.objectives)\n/;

function filesOf(pieces: readonly Piece[]): Files {
  const files = fencesOf(pieces).flatMap(({ info, body }) => {
    const name = /^json ([\w.-]+\.json)$/.exec(info)?.[1] ?? NAME.exec(body)?.[1];
    return name === undefined ? [] : [[name, body] as const];
  });
  return Object.fromEntries(files);
}

function fencesOf(pieces: readonly Piece[]): readonly Fence[] {
  return pieces.filter((piece) => piece.kind === "fence");
}

function isText({ info }: Fence): boolean {
  return /^objectives\b/.test(info);
}
