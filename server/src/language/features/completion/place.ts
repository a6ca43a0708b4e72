// What a place in a text wants of whoever writes there.
import type * as ast from "../../syntax/ast.ts";

export type Place =
  | { readonly kind: "nothing" }
  | { readonly kind: "declaration" }
  | { readonly kind: "declared name"; readonly of: "objective" | "param" }
  | { readonly kind: "property"; readonly of: "objective" | "defaults"; readonly line: "own" | "shared" }
  | { readonly kind: "value"; readonly of: "confirm" | "modality" }
  | { readonly kind: "variable" }
  | { readonly kind: "target" }
  | { readonly kind: "edge word" }
  | { readonly kind: "step"; readonly before: readonly string[] }
  | { readonly kind: "step variable"; readonly step: ast.Step | undefined }
  | { readonly kind: "param"; readonly brace: "missing" | "there" }
  | { readonly kind: "meta key" }
  | TextPlace
  | { readonly kind: "suppression" }
  | { readonly kind: "code"; readonly said: readonly string[] };

/** A text on one line, its quotes included where they are missing. */
export interface TextPlace {
  readonly kind: "text";
  readonly role: TextRole;
  readonly quotes: Quotes;
}

/** `open`: the one before it stands, the one behind it does not. */
export type Quotes = "missing" | "open" | "there";

export type TextRole =
  | { readonly kind: "path" }
  | { readonly kind: "condition" }
  | { readonly kind: "otherwise" }
  | { readonly kind: "callback" }
  /** `name` is as it is written. */
  | { readonly kind: "meta"; readonly name: string }
  | { readonly kind: "step value"; readonly name: string };

export const NOTHING: Place = { kind: "nothing" };
