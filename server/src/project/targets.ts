// Targets: where a project's sets can go, and which of them counts now.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { ParamValues } from "../language/model/params.ts";
import { nearest } from "../language/text/nearest.ts";
import { isLoopback, readOrigin, TAVUS_ORIGIN } from "../platform/origin.ts";
import type { Config, ConfirmRule, TargetConfig } from "./config.ts";
import { CONFIG_NAME } from "./config.ts";

export interface Target {
  readonly name: string;
  /** Such as `https://tavusapi.com`. */
  readonly origin: string;
  readonly place: "loopback" | "remote";
  /** Who says where it is: what a workspace's file names is shown before anything is sent there. */
  readonly addressFrom: "built in" | typeof CONFIG_NAME | "option";
  readonly params: ReadonlyMap<string, string>;
  readonly personas: ReadonlyMap<string, readonly string[]>;
  readonly sets: readonly string[] | undefined;
  readonly confirm: ConfirmRule;
}

/** What a command or an editor asks for. */
export interface TargetWish {
  /** `--target`, or the editor's choice. */
  readonly named: string | undefined;
  /** `--url`: another address for the target. */
  readonly url: string | undefined;
  /** Whether a key for Tavus is at hand: then nobody may take the emulator for it. */
  readonly tavusKey: "set" | "not set";
}

export type TargetChoice =
  | { readonly kind: "chosen"; readonly target: Target }
  /** Somebody has to say which. */
  | { readonly kind: "ask"; readonly names: readonly string[]; readonly reason: Sentence }
  | { readonly kind: "refused"; readonly reason: Sentence };

/** Where the emulator is looked for, and so where it listens. */
export const EMULATOR_PORT = 4180;
export const LOCAL_ORIGIN = `http://127.0.0.1:${EMULATOR_PORT}`;

/** Which target counts, by the wish and by objectives.json. */
export function chooseTarget(config: Config, wish: TargetWish): TargetChoice {
  const name = wish.named ?? config.defaultTarget ?? nameByAddress(wish.url);
  if (name !== undefined) return targetNamed(config, name, wish.url);
  if (wish.tavusKey === "not set") return targetNamed(config, "local", wish.url);
  const reason = sentence`A key for ${TAVUS_ORIGIN} is set, and nothing says which target is meant: name one with --target, or set "defaultTarget" in ${CONFIG_NAME}.`;
  return { kind: "ask", names: targetNames(config), reason };
}

/** What a target gives the params of a set. */
export interface TargetParams {
  /** Undefined where no target was chosen. */
  readonly name: string | undefined;
  readonly params: ParamValues;
}

/** The params of the target that is named, else of the usual one; of neither there are none. */
export function paramsFor(
  config: Config,
  named: string | undefined,
): TargetParams | { readonly refused: Sentence } {
  const name = named ?? config.defaultTarget;
  const target = name === undefined ? undefined : config.targets.get(name);
  if (name !== undefined && !target && !isBuiltIn(name)) return { refused: unknownTarget(config, name) };
  return { name, params: target?.params ?? new Map() };
}

/** Every target that can be chosen, the built-in ones first. */
export function targetNames(config: Config): readonly string[] {
  return [...new Set([...Object.keys(BUILT_IN_ORIGINS), ...config.targets.keys()])];
}

/** The target in words: its name, where it is, and that the emulator is not Tavus. */
export function describeTarget({ name, origin, place }: Target): Sentence {
  if (place === "remote") return sentence`${name} (${origin})`;
  return name === "local"
    ? sentence`${name} (${origin}, emulator, not Tavus)`
    : sentence`${name} (${origin}, this machine, not Tavus)`;
}

const BUILT_IN_ORIGINS = { local: LOCAL_ORIGIN, tavus: TAVUS_ORIGIN } as const;

/** An address alone says enough: what is on this machine stands for the emulator, all else for Tavus. */
function nameByAddress(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  return isLoopback(url) ? "local" : "tavus";
}

function targetNamed(config: Config, name: string, url: string | undefined): TargetChoice {
  const configured = config.targets.get(name);
  const builtIn = isBuiltIn(name) ? BUILT_IN_ORIGINS[name] : undefined;
  if (configured === undefined && builtIn === undefined) return refuse(unknownTarget(config, name));
  const foreign = builtIn === undefined ? undefined : foreignAddress(name, configured?.url);
  if (foreign !== undefined) return refuse(foreign);
  const address = url ?? configured?.url ?? builtIn;
  if (address === undefined) return refuse(sentence`The target '${name}' has no "url" in ${CONFIG_NAME}.`);
  const reading = readOrigin(address);
  if (!reading.ok)
    return refuse(sentence`The address of the target '${name}' cannot be used: ${reading.reason}`);
  const addressFrom = url !== undefined ? "option" : configured?.url !== undefined ? CONFIG_NAME : "built in";
  return {
    kind: "chosen",
    target: {
      name,
      origin: reading.origin,
      place: reading.place,
      addressFrom,
      ...saidOf(configured, reading.place),
    },
  };
}

function saidOf(
  configured: TargetConfig | undefined,
  place: Target["place"],
): Pick<Target, "params" | "personas" | "sets" | "confirm"> {
  return {
    params: configured?.params ?? new Map(),
    personas: configured?.personas ?? new Map(),
    sets: configured?.sets,
    confirm: configured?.confirm ?? (place === "loopback" ? "never" : "changes"),
  };
}

function isBuiltIn(name: string): name is keyof typeof BUILT_IN_ORIGINS {
  return Object.hasOwn(BUILT_IN_ORIGINS, name);
}

/** `tavus` always means Tavus and `local` this machine, whatever a workspace's file says. */
function foreignAddress(name: string, url: string | undefined): Sentence | undefined {
  const reading = url === undefined ? undefined : readOrigin(url);
  if (reading === undefined || !reading.ok) return undefined;
  const isOwn = name === "local" ? reading.place === "loopback" : reading.origin === TAVUS_ORIGIN;
  if (isOwn) return undefined;
  const meaning = name === "local" ? sentence`an address of this machine` : TAVUS_ORIGIN;
  return sentence`The target '${name}' always means ${meaning}, and ${CONFIG_NAME} gives it ${reading.origin}. Give that address a target of another name.`;
}

function unknownTarget(config: Config, name: string): Sentence {
  const names = targetNames(config);
  const meant = nearest(name, names);
  const advice =
    meant === undefined ? sentence`There are: ${names.join(", ")}.` : sentence`Did you mean '${meant}'?`;
  return sentence`No target is called '${name}'. ${advice}`;
}

function refuse(reason: Sentence): TargetChoice {
  return { kind: "refused", reason };
}
