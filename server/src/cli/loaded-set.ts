// A text read, checked and seen in its project: what every command about a set begins with.
import type { Compiled } from "../language/compile/compile.ts";
import type { Check } from "../language/diagnostics/check.ts";
import { check } from "../language/diagnostics/check.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import { findingsIn } from "../language/diagnostics/in-file.ts";
import { analyze, withParams } from "../language/model/analyze.ts";
import type { ParamValues } from "../language/model/params.ts";
import { parse } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import { describeConfigFailure } from "../project/config.ts";
import { environmentParams } from "../project/environment-params.ts";
import type { Project } from "../project/find-project.ts";
import { findProject } from "../project/find-project.ts";
import { readSet } from "../project/includes.ts";
import { withRuleLevels } from "../project/rule-levels.ts";
import { paramsFor, type TargetParams } from "../project/targets.ts";
import type { Input } from "./input.ts";
import { folderOf, readOne } from "./input.ts";
import type { FileFindings } from "./report/reported.ts";
import type { Session } from "./session.ts";
import { absolutePath, complain, displayPath } from "./session.ts";
import { STANDARD_INPUT } from "./world.ts";

/** A set or a fragment with all that it includes. */
export interface LoadedSet {
  /** What tells it from other files. */
  readonly id: FileId;
  readonly input: Input;
  readonly project: Project;
  readonly check: Check;
  /** With the severities of the project. */
  readonly findings: readonly Finding[];
}

/** The project of a folder; undefined, with a complaint, where its objectives.json is wrong. */
export async function openProject(session: Session, folder: string): Promise<Project | undefined> {
  const reading = await findProject(session.world.files, folder, session.folder);
  if (reading.ok) return reading.project;
  complain(session, describeConfigFailure(reading.failure));
  return undefined;
}

/** Reads and checks a file with the params of the target that is named, else of the project's usual one. */
export async function loadSet(
  session: Session,
  file: string,
  given: ParamValues,
): Promise<LoadedSet | undefined> {
  const input = await readOne(session, file);
  const project = input && (await openProject(session, folderOf(session, input)));
  const target = project && paramsOf(session, project);
  return target && checkedSet(session, input, project, { target, given });
}

/** Where values of params come from, beside the environment. */
export interface ParamSources {
  readonly target: TargetParams;
  /** By options: before all others. */
  readonly given: ParamValues;
}

/** Checks a text of a project together with what it includes. */
export async function checkedSet(
  session: Session,
  input: Input,
  project: Project,
  { target, given }: ParamSources,
): Promise<LoadedSet> {
  const id = input.path ?? absolutePath(session, STANDARD_INPUT);
  const file = { id, source: parse(input.text) };
  const root = project.includeRoot ?? folderOf(session, input);
  const model = analyze(await readSet(session.readSource, root, file));
  const names = model.symbols.params.map(({ name }) => name);
  const fromEnvironment = environmentParams(session.world.environment, names);
  const values = new Map([...target.params, ...fromEnvironment, ...given]);
  const checked = check(withParams(model, values, target.name));
  return withCheck({ id, input, project }, checked);
}

/** The set with what a check says of it. */
export function withCheck(
  { id, input, project }: Pick<LoadedSet, "id" | "input" | "project">,
  checked: Check,
): LoadedSet {
  const findings = withRuleLevels(checked, project.config.rules);
  return { id, input, project, check: checked, findings };
}

/** Findings of a set by its files, each with its text. */
export function reportsOf(
  session: Session,
  { input, check: { model } }: LoadedSet,
  findings: readonly Finding[],
): readonly FileFindings[] {
  return model.files.map(({ id, source }, index) => ({
    id,
    file: index === 0 ? input.name : displayPath(session, id),
    text: source.text,
    findings: findingsIn(id, [findings]),
  }));
}

/**
 * What is to be said of a compiled set: with the severities of the project, but for what leaves no document to write,
 * which no project can switch off.
 */
export function findingsOf(
  { check: checked, project }: LoadedSet,
  compiled: Exclude<Compiled, { readonly kind: "fragment" }>,
): readonly Finding[] {
  const { kind, findings } = compiled;
  return kind === "refused" ? findings : withRuleLevels(checked, project.config.rules, findings);
}

/** Only what is named or configured: nothing is sent here, so no target has to be chosen. */
function paramsOf(session: Session, { config }: Project): TargetParams | undefined {
  const params = paramsFor(config, session.target);
  if (!("refused" in params)) return params;
  complain(session, params.refused);
  return undefined;
}
