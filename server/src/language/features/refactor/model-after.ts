// A model after a refactoring, its new file included.
import { analyze, idOf, sourceOf, type Model } from "../../model/analyze.ts";
import { assemble, type Library } from "../../model/files.ts";
import { parse, type Source } from "../../model/source.ts";
import type { FileId } from "../../text/place.ts";
import type { NewFile } from "./refactoring.ts";

/** The files as they are afterwards, those that change. */
export type SourcesAfter = ReadonlyMap<FileId, Source>;

/** What else the files include leads where it led. */
export function modelAfter(model: Model, sources: SourcesAfter, newFile: NewFile | undefined): Model {
  const [root] = model.files;
  if (!root || !model.files.some(({ id }) => sources.has(id))) return model;
  const library = libraryOf(model, sources, newFile);
  return analyze(assemble({ id: root.id, source: sources.get(root.id) ?? root.source }, library), model);
}

function libraryOf(model: Model, sources: SourcesAfter, newFile: NewFile | undefined): Library {
  const known = new Map(sources);
  if (newFile) known.set(idOfNew(newFile), parse(newFile.text));
  const isUnread = (file: FileId): boolean =>
    model.includes.some(({ id, leads }) => id === file && leads === "unread");
  return {
    resolve: (from, path) =>
      from === newFile?.from && path === newFile.path
        ? idOfNew(newFile)
        : model.includes.find((it) => idOf(model, it.at) === from && it.path === path)?.id,
    read: (file) => known.get(file) ?? sourceOf(model, file) ?? (isUnread(file) ? "unread" : "missing"),
  };
}

/** Where the file will be only its editor knows. */
function idOfNew({ from, path }: NewFile): FileId {
  return `${from}\n${path}`;
}
