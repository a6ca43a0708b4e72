// The grammar. Everything but a declaration's keyword is optional and every token has a place, so parsing never fails:
// what is missing or too much is said, in this language's words, and the tree keeps the rest. Its rules stand in `grammar/`.
import type { ISerializedGast, IToken } from "chevrotain";
import { lazy } from "../text/lazy.ts";
import { sized } from "../text/sized.ts";
import type * as ast from "./ast.ts";
import { Declarations } from "./grammar/declarations.ts";
import type { Issue } from "./messages.ts";
import * as t from "./tokens.ts";

export interface Parsed {
  readonly declarations: readonly ast.Declaration[];
  readonly comments: readonly ast.Comment[];
  readonly issues: readonly Issue[];
}

/** The declarations of a piece of text. Spans are relative to it. */
export function parseUnit(text: string): Parsed {
  return grammar().read(text);
}

/** Chevrotain's own checks of the grammar, for a test: a mistake in it throws. */
export function validateGrammar(): void {
  new Grammar({ skipValidations: false });
}

/** The grammar's rules as data, from which the reference is drawn. */
export function grammarProductions(): readonly ISerializedGast[] {
  return grammar().getSerializedGastProductions();
}

const grammar = lazy(() => new Grammar({ skipValidations: true }));

/** The topmost layer, with which the parser is complete. */
class Grammar extends Declarations {
  constructor(options: { readonly skipValidations: boolean }) {
    super(options);
    this.performSelfAnalysis();
  }

  read(text: string): Parsed {
    const { tokens, comments } = t.tokenize(text);
    this.issues = [];
    this.declarations = [];
    this.passed = 0;
    this.proseEnd = -1;
    this.names = [];
    this.closer = "";
    this.text = text;
    this.comments = sized(comments.map(commentOf));
    this.input = tokens;
    this.unit();
    tokens.length = 0; // the parser keeps the list, and it every token
    return {
      declarations: sized(this.declarations),
      comments: this.comments,
      issues: sized(this.issues),
    };
  }
}

function commentOf(token: IToken): ast.Comment {
  return { span: t.spanOf(token), text: token.image };
}
