// `objectives format`: sets in their one right layout.
import { counted } from "../../language/text/counted.ts";
import { format } from "../../language/features/format.ts";
import { parse } from "../../language/model/source.ts";
import type { Call, CommandSpec } from "../command.ts";
import { isGiven } from "../options.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT, worst } from "../exit-code.ts";
import type { Input } from "../input.ts";
import { nameFiles, readOne } from "../input.ts";
import type { Steps } from "../progress.ts";
import { withProgress } from "../progress.ts";
import { rewrite } from "../result-file.ts";
import type { Session } from "../session.ts";
import { complain, note, say, sayJson } from "../session.ts";

export const formatCommand: CommandSpec = {
  name: "format",
  operands: [{ form: "[paths...]", doc: "files, folders, patterns or -; without any, everything here" }],
  summary: "lay sets out in the one right way",
  details:
    "Lays sets out in the one right way, in place; what cannot be read is left as it is. Standard input goes to standard output.",
  options: [{ form: "--check", doc: "write nothing, and fail where a file would change", value: "none" }],
  examples: [
    "objectives format",
    "objectives format --check flows",
    "objectives format - < intake.objectives",
  ],
  run: runFormat,
};

async function runFormat({ session, operands, options }: Call): Promise<ExitCode> {
  const wish: Wish = isGiven(options, "check") ? "only say" : "write";
  const { files, found } = await nameFiles(session, operands);
  const results = await withProgress(session, (steps, inner) => formatAll(inner, files, wish, steps));
  print(session, wish, results);
  const changed = results.some(({ end }) => end === "changed");
  return worst([
    found === "all" && results.every(({ end }) => end !== "failed") ? EXIT.done : EXIT.wrongUse,
    changed && wish === "only say" ? EXIT.findings : EXIT.done,
    results.length < files.length ? interrupted(session, results, files) : EXIT.done,
  ]);
}

async function formatAll(
  session: Session,
  files: readonly string[],
  wish: Wish,
  { tell }: Steps,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, file] of files.entries()) {
    tell(index, files.length, `formatting ${counted(files.length, "file")}`);
    if (session.world.interruption.aborted) return results;
    results.push(await formatOne(session, file, wish));
  }
  return results;
}

type Wish = "write" | "only say";

interface Result {
  readonly file: string;
  readonly end: "changed" | "as it was" | "printed" | "failed";
}

async function formatOne(session: Session, file: string, wish: Wish): Promise<Result> {
  const input = await readOne(session, file);
  if (input === undefined) return { file, end: "failed" };
  const text = format(parse(input.text));
  const isChanged = text !== input.text;
  if (input.path === undefined && wish === "write") {
    if (session.form === "text") session.world.output.write(text);
    return { file: input.name, end: "printed" };
  }
  if (!isChanged || wish === "only say")
    return { file: input.name, end: isChanged ? "changed" : "as it was" };
  return { file: input.name, end: await replace(session, input, text) };
}

async function replace(session: Session, { path }: Input, text: string): Promise<Result["end"]> {
  if (path === undefined) return "failed";
  return (await rewrite(session, path, text)) === "written" ? "changed" : "failed";
}

function print(session: Session, wish: Wish, results: readonly Result[]): void {
  const changed = results.filter(({ end }) => end === "changed");
  if (session.form === "json") {
    const files = results.map(({ file, end }) => ({
      file,
      changed: end === "changed",
      failed: end === "failed",
    }));
    return sayJson(session, { version: 1, files });
  }
  for (const { file } of changed)
    say(session, wish === "write" ? `formatted ${file}` : `not formatted: ${file}`);
  if (results.every(({ end }) => end === "printed")) return;
  const would = wish === "write" ? "" : " to be";
  note(session, `${counted(changed.length, "file")} of ${results.length}${would} changed.`);
}

function interrupted(session: Session, results: readonly Result[], files: readonly string[]): ExitCode {
  complain(
    session,
    `Interrupted: ${results.length} of ${counted(files.length, "file")} done; the rest are as they were.`,
  );
  return EXIT.interrupted;
}
