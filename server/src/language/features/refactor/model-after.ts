// A model after a refactoring, its new file included.
import { analyze, idOf, sourceOf, type Model } from "../../model/analyze.ts";
import { withEdits } from "../../model/edited.ts";
import { assemble, type Library } from "../../model/files.ts";
import { parse } from "../../model/source.ts";
import type { FileEdit } from "../../text/place.ts";
import type { NewFile } from "./refactoring.ts";

export function modelAfter(model: Model, edits: readonly FileEdit[], newFile: NewFile | undefined): Model {
  const own = edits.filter(({ file }) => sourceOf(model, file) !== undefined);
  if (own.length === 0) return model;
  const edited = withEdits(model, own);
  return newFile && sourceOf(model, newFile.from) ? withFile(edited, newFile) : edited;
}

/** What else the files include leads where it led. */
function withFile(model: Model, { from, path, text }: NewFile): Model {
  const id = `${from}\n${path}`;
  const source = parse(text);
  const library: Library = {
    resolve: (file, included) =>
      file === from && included === path
        ? id
        : model.includes.find((it) => idOf(model, it.at) === file && it.path === included)?.id,
    read: (file) =>
      file === id
        ? source
        : (sourceOf(model, file) ??
          (model.includes.some((it) => it.id === file && it.leads === "unread") ? "unread" : "missing")),
  };
  const [root] = model.files;
  return root ? analyze(assemble(root, library), model) : model;
}
