// A set on its way: saved, found without errors, with the project and the target that count for it.
import * as vscode from "vscode";
import { readPayload } from "../../server/src/language/compile/read-payload.ts";
import type { Project } from "../../server/src/project/find-project.ts";
import { relativePath } from "../../server/src/project/paths.ts";
import type { Target } from "../../server/src/project/targets.ts";
import type { FormWish } from "../../server/src/sync/link-form.ts";
import { STEP_WORDS, type LocalSet, type Progress, type Upload } from "../../server/src/sync/upload.ts";
import { compileForSending, type CompiledSet } from "./compiled-set.ts";
import type { Extension } from "./extension.ts";
import type { Link } from "./link.ts";
import { savedDocument } from "./open-set.ts";
import { pathOf } from "./file-path.ts";
import { projectOf, targetOf } from "./project-of.ts";
import { sayError } from "./say.ts";
import { words } from "./words.ts";

export interface SendableSet {
  readonly uri: vscode.Uri;
  readonly project: Project;
  readonly target: Target;
  readonly local: LocalSet;
  /** Where each value of the document is written. */
  readonly sourceMap: CompiledSet["sourceMap"];
}

/** A file that is on the disk, with its project and target. */
export interface PlacedFile {
  readonly document: vscode.TextDocument;
  readonly project: Project;
  readonly target: Target;
  /** As seen from the project's folder. */
  readonly file: string;
}

/** Where the file of a command belongs; undefined, with a message, where somebody has to do something first. */
export async function placedFile(
  extension: Extension,
  uri: vscode.Uri | undefined,
): Promise<PlacedFile | undefined> {
  const document = await savedDocument(extension, uri);
  if (!document) return undefined;
  const project = await projectOf(extension, document.uri);
  const target = project && (await targetOf(extension, project));
  if (!target) return undefined;
  const file = relativePath(project.root, pathOf(document.uri));
  return file === undefined ? undefined : { document, project, target, file };
}

export async function sendableSet(
  extension: Extension,
  uri: vscode.Uri | undefined,
): Promise<SendableSet | undefined> {
  const placed = await placedFile(extension, uri);
  if (!placed) return undefined;
  const { document, project, target, file } = placed;
  const compiled = await compileForSending(extension, document, project, target);
  if (!compiled) return undefined;
  const reading = readPayload(compiled.json);
  if ("refused" in reading) {
    const reasons = reading.refused.map(({ reason }) => words(reason)).join(" ");
    sayError(vscode.l10n.t("{0} cannot be sent: {1}", file, reasons));
    return undefined;
  }
  const local = { file, document: reading.document };
  return { uri: document.uri, project, target, local, sourceMap: compiled.sourceMap };
}

/** The upload over a link, with its steps shown. */
export function uploadOver({ world }: Extension, { target, client, locks, tell }: Link): Upload {
  const requiredField = vscode.workspace
    .getConfiguration("objectives")
    .get<FormWish>("api.requiredField", "auto");
  const onProgress = ({ step }: Progress): void => tell(words(STEP_WORDS[step]));
  return { target, requiredField, client, locks, time: world.time, onProgress };
}
