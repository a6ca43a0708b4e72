// The tree of a text: plain, read-only data, true to one file. Every child may be missing.
// All spans are relative to the unit (the piece of text) that the declaration stands in; see `Unit`.
import type { Span } from "../text/span.ts";

export type Declaration = Header | Include | Param | Defaults | Objective | Scenario;

interface Node {
  readonly span: Span;
}

/** A name as meant: `text` is unquoted and unescaped. */
export interface Name extends Node {
  readonly text: string;
  readonly quoted: boolean;
}

/** A piece of a text's value: literal characters, or the name of a param whose value goes there. */
export type TextPart = string | Name;

/** A string, block string or folded string; what it says is `parts`, escapes and indentation already taken off. */
export interface Text extends Node {
  readonly form: "string" | "block" | "folded";
  readonly parts: readonly TextPart[];
}

export interface Header extends Node {
  readonly kind: "header";
  readonly title: Text | undefined;
}

export interface Include extends Node {
  readonly kind: "include";
  readonly path: Text | undefined;
}

export interface Param extends Node {
  readonly kind: "param";
  readonly name: Name | undefined;
  /** Undefined: the value must come from the target. */
  readonly value: Text | undefined;
}

export interface Defaults extends Node {
  readonly kind: "defaults";
  readonly properties: readonly Property[];
}

export interface Objective extends Node {
  readonly kind: "objective";
  /** The Markdown of the `///` lines directly above. */
  readonly doc: string | undefined;
  readonly name: Name | undefined;
  readonly properties: readonly Property[];
  readonly edges: readonly Edge[];
  /** From `{` to `}` or to where the block ends without one. */
  readonly body: Span | undefined;
}

export type Property = Prompt | Collect | Confirm | Modality | Callback | Meta | UnknownProperty;

interface PropertyNode extends Node {
  /** The keyword alone. */
  readonly keyword: Span;
}

export interface Prompt extends PropertyNode {
  readonly kind: "prompt";
  readonly text: Text | undefined;
}

export interface Collect extends PropertyNode {
  readonly kind: "collect";
  readonly names: readonly Name[];
}

/** `value` is as written: `auto`, `manual`, or something the platform does not know. */
export interface Confirm extends PropertyNode {
  readonly kind: "confirm";
  readonly value: Name | undefined;
}

export interface Modality extends PropertyNode {
  readonly kind: "modality";
  readonly value: Name | undefined;
}

export interface Callback extends PropertyNode {
  readonly kind: "callback";
  readonly text: Text | undefined;
}

export interface Meta extends PropertyNode {
  readonly kind: "meta";
  readonly key: Name | undefined;
  readonly text: Text | undefined;
}

/** `attempts 3`, `next a, b`: a keyword that this language does not have. */
export interface UnknownProperty extends PropertyNode {
  readonly kind: "unknown";
  readonly name: string;
}

/** `-> target`, with a condition (`when "…"`) or as the catch-all (`otherwise ["…"]`). */
export interface Edge extends Node {
  readonly kind: "required" | "when" | "otherwise";
  readonly arrow: Span;
  readonly target: Name | undefined;
  /** The word `when` or `otherwise`. */
  readonly keyword: Span | undefined;
  readonly condition: Text | undefined;
}

export interface Scenario extends Node {
  readonly kind: "scenario";
  readonly title: Text | undefined;
  readonly steps: readonly Step[];
  /** The word `end`, where it is said. */
  readonly end: Span | undefined;
  readonly body: Span | undefined;
}

export interface Step extends Node {
  readonly name: Name;
  readonly values: readonly StepValue[];
}

export interface StepValue extends Node {
  readonly name: Name;
  readonly text: Text | undefined;
}

export interface Comment extends Node {
  /** As written, from the slashes to the end of the line. */
  readonly text: string;
}
