// The words of a call read by commander, and its complaints put into ours.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { nearest } from "../language/text/nearest.ts";
import type { CommandSpec } from "./command.ts";
import type { NumberRange, OptionSpec, OptionValues } from "./options.ts";
import { VERSION } from "./version.ts";
import type { World } from "./world.ts";

/** Called with the command that was meant, once its words are read. */
export type Dispatch = (
  spec: CommandSpec,
  operands: readonly string[],
  options: OptionValues,
) => Promise<void>;

export type Reading =
  | { readonly kind: "dispatched" }
  /** `--help` or `--version`: what was asked for is printed. */
  | { readonly kind: "printed" }
  | { readonly kind: "misused"; readonly message: string };

/** Options that every command takes, before or behind its name. */
const COMMON_OPTIONS: readonly OptionSpec[] = [
  {
    form: "--target <name>",
    doc: "where sets go: local, tavus, or a name of objectives.json",
    value: "text",
  },
  {
    form: "--url <address>",
    doc: "another address for the target; a key only goes to its own",
    value: "text",
  },
  { form: "--json", doc: "print one JSON value for programs", value: "none" },
  { form: "--quiet", doc: "print results and complaints alone", value: "none" },
  { form: "--no-color", doc: "print without colours (so does NO_COLOR)", value: "none" },
  { form: "--cwd <folder>", doc: "work as if started in this folder", value: "text" },
];

/** Reads the words of a call and hands the command over; help and version are printed here. */
export async function readCall(
  args: readonly string[],
  specs: readonly CommandSpec[],
  world: World,
  dispatch: Dispatch,
): Promise<Reading> {
  const program = programOf(specs, world, dispatch);
  if (args.length === 0) {
    world.errors.write(program.helpInformation());
    return { kind: "misused", message: "Name a command." };
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return { kind: "dispatched" };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0
      ? { kind: "printed" }
      : { kind: "misused", message: messageFor(error, args, specs) };
  }
}

function programOf(specs: readonly CommandSpec[], world: World, dispatch: Dispatch): Command {
  const program = new Command("objectives")
    .description("Write, check, draw and upload the objectives of Tavus video agents.")
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "print this")
    .helpCommand("help [command]", "print a command's help")
    .showSuggestionAfterError(false)
    .configureHelp({ showGlobalOptions: true, helpWidth: world.output.columns ?? 100 })
    .configureOutput({
      writeOut: (text) => world.output.write(text),
      // Every complaint is put into our own words.
      writeErr: () => undefined,
      getOutHelpWidth: () => world.output.columns ?? 100,
      getErrHelpWidth: () => world.errors.columns ?? 100,
    })
    .exitOverride();
  for (const spec of COMMON_OPTIONS) program.addOption(optionOf(spec));
  for (const spec of specs) addCommand(program, spec, dispatch);
  return program.addHelpText("after", CLOSING_WORDS);
}

function addCommand(program: Command, spec: CommandSpec, dispatch: Dispatch): void {
  const command = program.command(spec.name).summary(spec.summary).description(spec.details);
  for (const { form, doc } of spec.operands) command.argument(form, doc);
  for (const option of spec.options) command.addOption(optionOf(option));
  command.helpOption("-h, --help", "print this");
  command.addHelpText("after", `\nExamples:\n${spec.examples.map((it) => `  ${it}\n`).join("")}`);
  command.action(() => dispatch(spec, command.args, command.optsWithGlobals()));
}

function optionOf({ form, doc, value }: OptionSpec): Option {
  const option = new Option(form, doc);
  if (value === "none" || value === "text") return option;
  if (value === "texts") return option.argParser(appended);
  if ("least" in value) return option.argParser((text) => readNumber(text, value));
  return option.choices(value);
}

function appended(text: string, earlier: unknown): readonly unknown[] {
  return Array.isArray(earlier) ? [...(earlier as readonly unknown[]), text] : [text];
}

function readNumber(text: string, { least, most }: NumberRange): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
}

const CLOSING_WORDS = `
Paths may be files, folders and patterns such as 'flows/**'; - is standard input.
A key is read from TAVUS_API_KEY and sent to https://tavusapi.com alone. For another address set
OBJECTIVES_API_KEY, and OBJECTIVES_API_ORIGIN to that address. The emulator needs none.

Exit codes: 0 done · 1 findings · 2 wrong use · 3 refused by the platform · 4 platform not reached ·
5 somebody has to decide · 130 interrupted
`;

/** What was wrong with the words, and what to write instead. */
function messageFor(
  { code, message }: CommanderError,
  args: readonly string[],
  specs: readonly CommandSpec[],
): string {
  const [subject = ""] = /'([^']*)'/.exec(message)?.slice(1) ?? [];
  const spec = specs.find(({ name }) => args.includes(name));
  const help = `\`objectives ${spec === undefined ? "" : `${spec.name} `}--help\``;
  switch (code) {
    case "commander.help": // options, and no command
      return `Name a command. ${help} lists them.`;
    case "commander.unknownCommand":
      return `There is no command '${subject}'.${suggestion(
        subject,
        specs.map(({ name }) => name),
      )} ${help} lists them.`;
    case "commander.unknownOption":
      return `There is no option '${subject}'.${suggestion(subject, longNames(spec))} ${help} lists them.`;
    case "commander.missingArgument":
      return `Something is missing: ${wantedOperands(spec)}. ${help} shows examples.`;
    case "commander.optionMissingArgument":
      return `The option '${subject}' wants a value. ${help} shows examples.`;
    case "commander.excessArguments":
      return `More was named than '${spec?.name ?? "objectives"}' takes. ${help} shows examples.`;
    case "commander.invalidArgument":
      return `${invalidValue(message, subject)} ${help} shows examples.`;
    default:
      return `${message.replace(/^error: /, "")}. ${help} shows examples.`;
  }
}

function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? "" : ` Did you mean '${meant}'?`;
}

function longNames(spec: CommandSpec | undefined): readonly string[] {
  const forms = [...COMMON_OPTIONS, ...(spec?.options ?? [])].map(({ form }) => form);
  return [...forms.flatMap((form) => /--[a-z-]+/.exec(form) ?? []), "--help", "--version"];
}

function wantedOperands(spec: CommandSpec | undefined): string {
  return (spec?.operands ?? [])
    .filter(({ form }) => form.startsWith("<"))
    .map(({ form, doc }) => `${form}, ${doc}`)
    .join("; ");
}

/** Commander says: option '--port <number>' argument 'x' is invalid. And then why. */
function invalidValue(message: string, option: string): string {
  const [, value = "", reason = ""] = /argument '([\s\S]*)' is invalid\. ([\s\S]*)$/.exec(message) ?? [];
  const why = reason.replace(/^Allowed choices are (.*)\.$/, "It is one of $1.");
  return `${option.replace(/^-\w, /, "").split(" ")[0]} cannot be '${value}'. ${why}`;
}
