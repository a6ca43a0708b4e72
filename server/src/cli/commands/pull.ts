// `objectives pull`: takes what changed on the platform over into the text, and nothing else.
import { decompile } from "../../language/compile/decompile.ts";
import { setLockAt } from "../../project/lock.ts";
import { keepPulled } from "../../sync/pull.ts";
import { getHeldSet, type HeldSet } from "../../sync/remote-set.ts";
import type { Call, CommandSpec } from "../command.ts";
import { withLink, type Link } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { placeInProject } from "../local-sets.ts";
import { destinationOf } from "../named-set.ts";
import { isGiven, textOf } from "../options.ts";
import { PARAM_OPTION } from "../params.ts";
import { withProgress } from "../progress.ts";
import { pullFile } from "../pulled-file.ts";
import { stopAt } from "../remote-words.ts";
import { pulledReport } from "../report/pulled.ts";
import { deliver } from "../result-file.ts";
import type { Session } from "../session.ts";
import { absolutePath, complain, displayPath, sayJson } from "../session.ts";
import { uploadOver } from "../upload-over.ts";

export const pullCommand: CommandSpec = {
  name: "pull",
  operands: [{ form: "<set>", doc: "a file that was uploaded, or a set's id" }],
  summary: "take changes of the platform over into the text",
  details:
    "Takes what changed on the platform over into a file that was uploaded: only what it says differently changes; comments, params, fragments and layout stay. A set that is known by its id alone becomes a new file.",
  options: [
    { form: "-o, --output <file>", doc: "the new file of a set that is named by its id", value: "text" },
    {
      form: "--replace",
      doc: "take the platform's version also where the text has changes of its own",
      value: "none",
    },
    PARAM_OPTION,
  ],
  examples: [
    "objectives pull intake.objectives",
    "objectives pull intake.objectives --target tavus --replace",
    "objectives pull o15c0eb82c2d7 -o intake.objectives --target tavus",
  ],
  run: runPull,
};

async function runPull({ session, operands: [given = ""], options }: Call): Promise<ExitCode> {
  const destination = await destinationOf(session, [given], options);
  if (destination === undefined) return EXIT.wrongUse;
  const { project, target, params } = destination;
  const path = absolutePath(session, given);
  const isFile = (await session.world.files.kindOf(path)) === "file";
  const wish = isGiven(options, "replace") ? "replacing" : "careful";
  return withLink(session, project, target, (link) =>
    isFile
      ? pullFile(session, link, { path: given, params, wish })
      : pullNew(session, link, given, textOf(options, "output")),
  );
}

/** A set that no file is known for becomes one. */
async function pullNew(
  session: Session,
  link: Link,
  id: string,
  output: string | undefined,
): Promise<ExitCode> {
  const reading = await withProgress(session, ({ tell }) => {
    tell(0, 1, `reading ${id}`);
    return getHeldSet(link.client, id, "Nothing was changed.");
  });
  if (!reading.ok) return stopAt(session, reading.stop);
  const { set } = reading;
  const path = absolutePath(session, output ?? fileNameFor(set));
  const file = placeInProject(link.project, path);
  if (file === undefined) {
    complain(
      session,
      `${displayPath(session, path)} is outside of the project in ${link.project.root}. Name a file in it.`,
    );
    return EXIT.wrongUse;
  }
  const lock = await link.locks.read();
  const known = lock.ok
    ? setLockAt(lock.lock, { origin: link.target.origin, target: link.target.name, file }).id
    : id;
  if (known !== undefined && known !== id) {
    complain(session, `${file} is the set ${known} already. Name another file with --output.`);
    return EXIT.decision;
  }
  const text = decompile(set.document, set.extras);
  if ((await deliver(session, text, { output: path, source: undefined })) === "failed") return EXIT.wrongUse;
  const stop = await withProgress(session, (steps) =>
    keepPulled(uploadOver(session, link, "auto", steps), file, set),
  );
  if (stop) return stopAt(session, stop);
  if (session.form === "json")
    sayJson(session, pulledReport(link.target, { file, id, action: "created", files: [file], notes: [] }));
  return EXIT.done;
}

/** From the set's name, or its id where that has no letters. */
function fileNameFor({ id, document: { name } }: HeldSet): string {
  const words = name.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${words.length === 0 ? id : words.join("-").toLowerCase()}.objectives`;
}
