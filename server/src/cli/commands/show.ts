// `objectives show`: one set of the platform, as text or as the JSON that it gives.
import { inEnglish } from "../../language/text/sentence.ts";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { decompile } from "../../language/compile/decompile.ts";
import { readPayload } from "../../language/compile/read-payload.ts";
import type { RemoteSet } from "../../platform/remote.ts";
import { describeTarget } from "../../project/targets.ts";
import type { Call, CommandSpec } from "../command.ts";
import { OUTPUT_OPTION, textOf } from "../options.ts";
import type { Link } from "../connect.ts";
import { targetOf, withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { jsonTextOf } from "../json-text.ts";
import { projectOf } from "../local-sets.ts";
import { withProgress } from "../progress.ts";
import { failAt, meantSet } from "../remote-words.ts";
import { deliver } from "../result-file.ts";
import type { Session } from "../session.ts";
import { complain, note } from "../session.ts";

export const showCommand: CommandSpec = {
  name: "show",
  operands: [{ form: "<id>", doc: "a set's id, or a file that was uploaded" }],
  summary: "print a set of the platform",
  details:
    "Prints a set of the platform as text; with --json as what the platform gives, which decompile reads.",
  options: [OUTPUT_OPTION],
  examples: [
    "objectives show o15c0eb82c2d7",
    "objectives show o15c0eb82c2d7 -o intake.objectives",
    "objectives show intake.objectives --target tavus --json",
  ],
  run: runShow,
};

async function runShow({ session, operands: [given = ""], options }: Call): Promise<ExitCode> {
  const project = await projectOf(session, [given]);
  const target = project && (await targetOf(session, project));
  if (project === undefined || target === undefined) return EXIT.wrongUse;
  return withLink(session, project, target, (link) =>
    showOver(session, link, given, textOf(options, "output")),
  );
}

async function showOver(
  session: Session,
  link: Link,
  given: string,
  output: string | undefined,
): Promise<ExitCode> {
  const meant = await meantSet(session, link, given);
  if (!meant.ok) return meant.exit;
  const reply = await withProgress(session, ({ tell }) => {
    tell(0, 1, `reading ${meant.id}`);
    return link.client.getSet(meant.id);
  });
  if (!reply.ok) return failAt(session, reply.failure);
  const text = session.form === "json" ? jsonOf(reply.value, link) : textFor(session, reply.value, link);
  if (text === undefined) return EXIT.unreachable;
  return (await deliver(session, text, { output, source: undefined })) === "delivered"
    ? EXIT.done
    : EXIT.wrongUse;
}

function jsonOf({ id, document }: RemoteSet, { target }: Link): string {
  const [name = "null", data = "[]"] = ["name", "data"].map((key) => memberText(document, key));
  return jsonTextOf([
    ["version", "1"],
    ["target", JSON.stringify(target.name)],
    ["objectives_id", JSON.stringify(id)],
    ["name", name],
    ["data", data],
  ]);
}

function memberText(document: string, key: string): string | undefined {
  const root = parseTree(document);
  const node = root && findNodeAtLocation(root, [key]);
  return node && document.slice(node.offset, node.offset + node.length);
}

function textFor(session: Session, { id, document }: RemoteSet, { target }: Link): string | undefined {
  const reading = readPayload(document);
  if ("refused" in reading) {
    const [first] = reading.refused;
    const why = first === undefined ? "" : ` ${first.pointer}: ${inEnglish(first.reason)}`;
    complain(session, `The set ${id} is no set of objectives.${why} With --json it is printed as it is.`);
    return undefined;
  }
  note(session, `${id} on ${inEnglish(describeTarget(target))}`);
  return decompile(reading.document, reading.extras);
}
