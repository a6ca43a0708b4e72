// What `defaults` say: a value that changed for everything that takes it from there changes there, once.
import { applied, BUILT_IN_DEFAULTS, type Defaults } from "../../model/inherited.ts";
import type { ParamValues } from "../../model/params.ts";
import { shiftEdits } from "../../text/edits.ts";
import type { TextEdit } from "../../text/span.ts";
import type { ObjectiveItem } from "../payload.ts";
import { ofKind, type PulledFile } from "./files.ts";
import { valueEdit, type Inheritable } from "./properties.ts";
import type { Site } from "./site.ts";

export interface PulledDefaults {
  readonly edits: readonly TextEdit[];
  /** What then holds for the objectives of the file where they say nothing themselves. */
  readonly below: Defaults;
}

/** For every file, of which the first is the set's own; `wantedFor` says what an objective of the text is to be. */
export function pullDefaults(
  files: readonly PulledFile[],
  params: ParamValues,
  wantedFor: (index: number) => ObjectiveItem | undefined,
): readonly PulledDefaults[] {
  const sources = files.flatMap((file) => KINDS.flatMap((kind) => sourceIn(file, kind, params)));
  const changed = sources.map((source) => ({
    ...source,
    value: valueFor(source, sources, files, wantedFor),
  }));
  return files.map((file) => {
    const valueOf = (kind: Kind): string =>
      sourceFor(file, kind, changed, files)?.value ?? BUILT_IN_DEFAULTS[kind];
    const edits = changed
      .filter((it, index) => it.file === file && it.value !== sources[index]?.value)
      .flatMap(editsOf);
    return {
      edits,
      below: { confirm: valueOf("confirm"), modality: valueOf("modality"), callback: valueOf("callback") },
    };
  });
}

type Kind = keyof Defaults;

const KINDS: readonly Kind[] = ["confirm", "modality", "callback"];
const FIELD_OF = { confirm: "confirmation", modality: "modality", callback: "callback" } as const;

/** A property of `defaults`. */
interface DefaultsSource {
  readonly file: PulledFile;
  readonly kind: Kind;
  readonly property: Inheritable;
  readonly site: Site;
  readonly offset: number;
  readonly value: string;
}

function sourceIn(file: PulledFile, kind: Kind, params: ParamValues): readonly DefaultsSource[] {
  return ofKind(file.declarations, "defaults").flatMap(({ node, site, offset }) => {
    const value = applied(node.properties, BUILT_IN_DEFAULTS, params)[kind];
    const property = node.properties.find((it): it is Inheritable => it.kind === kind);
    if (property === undefined) return [];
    // An empty word means the built-in value, as it does to the platform.
    return [{ file, kind, property, site, offset, value: value || BUILT_IN_DEFAULTS[kind] }];
  });
}

/** Where an objective of the file takes the value from: its own file's defaults, else the set's. */
function sourceFor(
  file: PulledFile,
  kind: Kind,
  sources: readonly DefaultsSource[],
  [set]: readonly PulledFile[],
): DefaultsSource | undefined {
  const ofKind = sources.filter((it) => it.kind === kind);
  return ofKind.find((it) => it.file === file) ?? ofKind.find((it) => it.file === set);
}

/** Another value where all who take it from there, two at least, are to say that one; else its own. */
function valueFor(
  source: DefaultsSource,
  sources: readonly DefaultsSource[],
  files: readonly PulledFile[],
  wantedFor: (index: number) => ObjectiveItem | undefined,
): string {
  const { kind, value } = source;
  const wanted = files
    .filter((file) => sourceFor(file, kind, sources, files) === source)
    .flatMap(({ objectives }) => objectives)
    .filter(({ node }) => !node.properties.some((it) => it.kind === kind))
    .flatMap(({ index }) => wantedFor(index)?.[FIELD_OF[kind]] ?? []);
  const [first] = wanted;
  return first !== undefined && wanted.length > 1 && new Set(wanted).size === 1 ? first : value;
}

function editsOf({ property, site, offset, value }: DefaultsSource): readonly TextEdit[] {
  return shiftEdits(valueEdit(site, property, value), offset);
}
