// `objectives delete`: takes a set off the platform, after saying who follows it.
import { inEnglish, sentence } from "../../language/text/sentence.ts";
import { EMPTY_SET_LOCK } from "../../project/lock.ts";
import type { LockFailure } from "../../project/lock-file.ts";
import { describeLockFailure } from "../../project/lock-file.ts";
import { describeTarget } from "../../project/targets.ts";
import type { Call, CommandSpec } from "../command.ts";
import type { OptionValues } from "../options.ts";
import { YES_OPTION } from "../options.ts";
import { consent, EXIT_WITHOUT } from "../confirm.ts";
import type { Link } from "../connect.ts";
import { targetOf, withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import { projectOf } from "../local-sets.ts";
import { withProgress } from "../progress.ts";
import { failAt, meantSet } from "../remote-words.ts";
import type { Session } from "../session.ts";
import { complain, note, say, sayJson } from "../session.ts";

export const deleteCommand: CommandSpec = {
  name: "delete",
  operands: [{ form: "<set>", doc: "a set's id, or a file that was uploaded; the file itself stays" }],
  summary: "delete a set on the platform",
  details:
    "Deletes a set on the platform, after naming the personas that follow it and asking. On this machine it does not ask. Files stay as they are.",
  options: [YES_OPTION],
  examples: ["objectives delete o15c0eb82c2d7", "objectives delete intake.objectives --target local --yes"],
  run: runDelete,
};

async function runDelete({ session, operands: [given = ""], options }: Call): Promise<ExitCode> {
  const project = await projectOf(session, [given]);
  const target = project && (await targetOf(session, project));
  if (project === undefined || target === undefined) return EXIT.wrongUse;
  return withLink(session, project, target, (link) => deleteOver(session, link, given, options));
}

async function deleteOver(
  session: Session,
  link: Link,
  given: string,
  options: OptionValues,
): Promise<ExitCode> {
  const meant = await meantSet(session, link, given);
  if (!meant.ok) return meant.exit;
  const { client, target } = link;
  const { set, personas } = await withProgress(session, async ({ tell }) => {
    tell(0, 1, `looking who follows ${meant.id}`);
    const found = await client.getSet(meant.id);
    return { set: found, personas: found.ok ? await client.listPersonas() : undefined };
  });
  if (!set.ok) return failAt(session, set.failure);
  if (personas?.ok !== true)
    return personas === undefined
      ? EXIT.unreachable
      : failAt(session, personas.failure, sentence`Nothing was deleted.`);
  const followers = personas.value
    .filter(({ objectivesId }) => objectivesId === meant.id)
    .map(({ id }) => id);
  if (followers.length > 0) note(session, `${meant.id} is followed by ${followers.join(", ")}.`);
  const name = set.value.name === "" ? "" : ` "${set.value.name}"`;
  const answer = await consent(
    session,
    target,
    options,
    `Delete ${meant.id}${name} on ${inEnglish(describeTarget(target))}?`,
  );
  if (answer !== "yes") {
    note(session, "Nothing was deleted.");
    return EXIT_WITHOUT[answer];
  }
  const deletion = await client.deleteSet(meant.id);
  if (!deletion.ok) return failAt(session, deletion.failure);
  if (session.form === "json")
    sayJson(session, { version: 1, target: target.name, deleted: meant.id, personas: followers });
  else say(session, `Deleted ${meant.id} on ${inEnglish(describeTarget(target))}.`);
  return forget(session, link, meant.id);
}

/** The lock must not point to what is gone; which form and guard the platform takes stays known. */
async function forget(session: Session, { locks, target }: Link, id: string): Promise<ExitCode> {
  const reading = await locks.read();
  if (!reading.ok) return notForgotten(session, reading.failure);
  const places = reading.lock.entries
    .filter(({ place, set }) => set.id === id && place.origin === target.origin)
    .map(({ place }) => place);
  for (const place of places) {
    const writing = await locks.change(place, ({ requiredField, testOp }) => ({
      ...EMPTY_SET_LOCK,
      requiredField,
      testOp,
    }));
    if (!writing.ok) return notForgotten(session, writing.failure);
  }
  return EXIT.done;
}

function notForgotten(session: Session, failure: LockFailure): ExitCode {
  complain(
    session,
    `${inEnglish(describeLockFailure(failure))} The set is deleted; the next push makes it anew.`,
  );
  return EXIT.wrongUse;
}
