// Sets in one text: a line such as `// closing.objectives` begins another file.
import { assemble } from "../../server/src/language/model/files.ts";
import { analyze, withParams, type Model } from "../../server/src/language/model/analyze.ts";
import { parse, type Source } from "../../server/src/language/model/source.ts";
import { among, namesakes, setsWith, summaryOf } from "../../server/src/language/model/workspace.ts";
import type { FileId } from "../../server/src/language/text/place.ts";
import { includedPath } from "../../server/src/project/includes.ts";

/** The file that a fixture begins with, and that the model is of. */
export const MAIN: FileId = "/set/main.objectives";

/** The texts of a fixture by their paths. */
export function filesOf(fixture: string): ReadonlyMap<FileId, string> {
  const [main = "", ...others] = fixture.split(/^\/\/ ([\w./-]+\.objectives)\n/m);
  const files = new Map([[MAIN, main]]);
  for (let index = 0; index < others.length; index += 2)
    files.set(`/set/${others[index] ?? ""}`, others[index + 1] ?? "");
  return files;
}

/** The model of the fixture's main file with what it includes. */
export function modelOf(fixture: string, given: Readonly<Record<string, string>> = {}): Model {
  return modelFrom(MAIN, filesOf(fixture), given);
}

/** The models of a fixture as a workspace: of every set, and of every fragment that none includes by itself. */
export function workspaceOf(fixture: string): readonly Model[] {
  const files = filesOf(fixture);
  const summaries = new Map(
    Array.from(files, ([id, text]) => {
      const resolve = (path: string): FileId | undefined => includedPath("/set", id, path);
      return [id, summaryOf(parse(text), resolve)] as const;
    }),
  );
  const sameName = namesakes(summaries);
  return [...summaries]
    .filter(([id, { kind }]) => kind === "set" || setsWith(id, summaries).length === 0)
    .map(([id, { name }]) => {
      const others = (sameName.get(name) ?? []).filter((other) => other !== id);
      const called = others.map((other) => other.slice("/set/".length));
      return among(modelFrom(id, files, {}), { namesakes: called, includedBy: "nobody" });
    });
}

function modelFrom(
  id: FileId,
  files: ReadonlyMap<FileId, string>,
  given: Readonly<Record<string, string>>,
): Model {
  const read = (wanted: FileId): Source | "missing" => {
    const text = files.get(wanted);
    return text === undefined ? "missing" : parse(text);
  };
  const source = parse(files.get(id) ?? "");
  const resolve = (from: FileId, path: string) => includedPath("/set", from, path);
  return withParams(analyze(assemble({ id, source }, { resolve, read })), new Map(Object.entries(given)));
}
