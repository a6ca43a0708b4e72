// `objectives pull`: takes what changed on the platform over into the text, and nothing else.
import type { Call, CommandSpec } from "../command.ts";
import { withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { destinationOf } from "../named-set.ts";
import { isGiven, textOf } from "../options.ts";
import { PARAM_OPTION } from "../params.ts";
import { pullFile } from "../pulled-file.ts";
import { pullId } from "../pulled-id.ts";
import { meantSet } from "../remote-words.ts";
import { absolutePath } from "../session.ts";

export const pullCommand: CommandSpec = {
  name: "pull",
  operands: [{ form: "<set>", doc: "a file that was uploaded, or a set's id" }],
  summary: "take changes of the platform over into the text",
  details:
    "Takes what changed on the platform over into a file that was uploaded: only what it says differently changes; comments, params, fragments and layout stay. A set that is named by its id goes to the file that holds it, else to a new one, or to the one that --output names: from then on that file is the set.",
  options: [
    {
      form: "-o, --output <file>",
      doc: "the file that a set named by its id becomes, new or there already",
      value: "text",
    },
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
  const output = textOf(options, "output");
  const wish = isGiven(options, "replace") ? "replacing" : "careful";
  return withLink(session, project, target, async (link) => {
    const how = { params, wish } as const;
    const isFile = (await session.world.files.kindOf(absolutePath(session, given))) === "file";
    if (isFile && output === undefined)
      return pullFile(session, link, { path: given, id: undefined, ...how });
    const meant = await meantSet(session, link, given);
    return meant.ok ? pullId(session, link, { id: meant.id, output, ...how }) : meant.exit;
  });
}
