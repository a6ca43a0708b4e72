// `objectives attach`: lets personas follow a set, existing ones and one that is made with it.
import { counted } from "../../language/text/counted.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import type { AttachOutcome } from "../../sync/attach.ts";
import { attachNewPersona, attachPersona } from "../../sync/attach.ts";
import { attachLines } from "../../sync/report.ts";
import { EXIT_CODES } from "../../sync/stop.ts";
import { describeTarget } from "../../project/targets.ts";
import type { Call, CommandSpec } from "../command.ts";
import type { OptionValues } from "../options.ts";
import { textOf, textsOf, YES_OPTION } from "../options.ts";
import { consent, EXIT_WITHOUT } from "../confirm.ts";
import type { Link } from "../connect.ts";
import { targetOf, withLink } from "../connect.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT, worst } from "../exit-code.ts";
import type { Input } from "../input.ts";
import { readOne } from "../input.ts";
import { projectOf } from "../local-sets.ts";
import { withProgress } from "../progress.ts";
import { meantSet, painterOf } from "../remote-words.ts";
import type { Session } from "../session.ts";
import { complain, note, say, sayJson } from "../session.ts";

export const attachCommand: CommandSpec = {
  name: "attach",
  operands: [{ form: "<file>", doc: "a set that was uploaded, or a set's id" }],
  summary: "let personas follow a set",
  details:
    "Lets personas follow a set: existing ones, and one that is made with it. Without options, the personas that objectives.json names for the file. From then on every conversation of such a persona follows the set.",
  options: [
    { form: "--persona <id...>", doc: "personas that are there already", value: "texts" },
    { form: "--new-persona <file>", doc: "JSON of a persona to make", value: "text" },
    YES_OPTION,
  ],
  examples: [
    "objectives attach intake.objectives --persona p1234567890ab",
    "objectives attach intake.objectives --new-persona persona.json",
  ],
  run: runAttach,
};

async function runAttach({ session, operands: [file = ""], options }: Call): Promise<ExitCode> {
  const project = await projectOf(session, [file]);
  const target = project && (await targetOf(session, project));
  if (project === undefined || target === undefined) return EXIT.wrongUse;
  const personaFile = textOf(options, "newPersona");
  const persona = personaFile === undefined ? undefined : await readOne(session, personaFile);
  if (personaFile !== undefined && persona === undefined) return EXIT.wrongUse;
  return withLink(session, project, target, (link) => attachOver(session, link, { file, persona, options }));
}

interface Wish {
  readonly file: string;
  readonly persona: Input | undefined;
  readonly options: OptionValues;
}

async function attachOver(session: Session, link: Link, { file, persona, options }: Wish): Promise<ExitCode> {
  const set = await meantSet(session, link, file);
  if (!set.ok) return set.exit;
  const named = textsOf(options, "persona");
  const configured = set.place === undefined ? [] : (link.target.personas.get(set.place.file) ?? []);
  const ids = named.length === 0 && persona === undefined ? configured : [...new Set(named)];
  if (ids.length === 0 && persona === undefined) {
    complain(session, "Say which: --persona ID, or --new-persona FILE.json.");
    return EXIT.wrongUse;
  }
  const what = counted(ids.length + (persona === undefined ? 0 : 1), "persona");
  const question = `Let ${what} on ${inEnglish(describeTarget(link.target))} follow ${set.id} from now on?`;
  const answer = await consent(session, link.target, options, question);
  if (answer !== "yes") {
    note(session, "Nothing was sent.");
    return EXIT_WITHOUT[answer];
  }
  const attachment = { client: link.client, setId: set.id, locks: link.locks, place: set.place };
  const outcomes = await withProgress(session, async ({ tell }) => {
    const ends: AttachOutcome[] = [];
    for (const [index, id] of ids.entries()) {
      tell(index, ids.length, `attaching ${id}`);
      ends.push(await attachPersona(attachment, id, "keep"));
      if (ends.some(({ kind }) => kind === "stopped")) return ends;
    }
    if (persona !== undefined) ends.push(await attachNewPersona(attachment, persona.text));
    return ends;
  });
  print(session, link, set.id, outcomes);
  return worst(outcomes.map(exitOf));
}

function print(session: Session, { target }: Link, id: string, outcomes: readonly AttachOutcome[]): void {
  if (session.form === "json") {
    return sayJson(session, {
      version: 1,
      target: target.name,
      objectives_id: id,
      personas: outcomes.map(personaReport),
    });
  }
  for (const outcome of outcomes) {
    if (outcome.kind === "stopped") complain(session, outcome.stop.message);
    else
      say(
        session,
        attachLines(outcome, `${id} on ${inEnglish(describeTarget(target))}`, painterOf(session.paint)).join(
          "\n",
        ),
      );
  }
}

function personaReport(outcome: AttachOutcome): object {
  const known = { persona_id: outcome.personaId ?? null, action: outcome.kind };
  switch (outcome.kind) {
    case "unchanged":
      return { ...known, live: true };
    case "attached":
      return { ...known, before: outcome.before ?? null, live: outcome.live === "yes" };
    case "created":
      return { ...known, live: outcome.live === "yes" };
    case "stopped":
      return { ...known, message: inEnglish(outcome.stop.message) };
  }
}

function exitOf(outcome: AttachOutcome): ExitCode {
  return outcome.kind === "stopped" ? EXIT_CODES[outcome.stop.kind] : EXIT.done;
}
