// Objectives, and what all of them have by default.
import type { IToken } from "chevrotain";
import { sized } from "../../text/sized.ts";
import { properties as vocabulary, type PropertyName } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { Asides, closerOf } from "./asides.ts";

export class Objectives extends Asides {
  /** How many comments stand before the declaration that is being read. */
  passed = 0;

  readonly objective = this.RULE("objective", (): ast.Objective => {
    return this.objectiveFrom(this.CONSUME(t.Declaration.objective));
  });

  objectiveFrom(keyword: IToken): ast.Objective {
    return this.objectiveNamed(keyword, this.declaredName("objective"));
  }

  /** The rest of one whose name is read. */
  objectiveNamed(keyword: IToken, said: ast.Name | undefined): ast.Objective {
    const aside = this.aside() ?? NO_TOKENS;
    const name = said && this.withMarks(said, aside);
    this.properties = [];
    this.edges = [];
    const open = this.opening();
    this.closer = open ? "" : closerOf(aside);
    this.MANY(this.blockPart);
    const close = this.closeBrace();
    this.closer = "";
    const isHeader = !open && this.isLikeHeader(name);
    const isBraceSaid = name === said && this.checkAside(name, aside, open);
    if (!isHeader && !isBraceSaid && (open ?? name))
      this.checkBraces("objective", name?.span ?? t.spanOf(keyword), open, close);
    return {
      kind: "objective",
      doc: this.docAbove(keyword),
      name: isHeader ? undefined : name, // the set's
      properties: sized(this.properties),
      edges: sized(this.edges),
      body: this.bodyFrom(open),
      span: this.spanFrom(keyword),
    };
  }

  /** The text of the `///` lines directly above. */
  docAbove(keyword: IToken): string | undefined {
    const lines: string[] = [];
    let below = keyword.startOffset;
    for (let index = this.commentsBefore(below) - 1; index >= 0; index--) {
      const comment = this.comments[index];
      if (!comment?.text.startsWith("///") || !LINE_END.test(this.text.slice(comment.span.end, below))) break;
      lines.push(comment.text.slice(3).replace(/^ /, ""));
      below = comment.span.start;
    }
    return lines.length === 0 ? undefined : lines.reverse().join("\n");
  }

  commentsBefore(offset: number): number {
    while ((this.comments[this.passed]?.span.start ?? Infinity) < offset) this.passed += 1;
    return this.passed;
  }

  readonly defaults = this.RULE("defaults", (): ast.Defaults => {
    const keyword = this.CONSUME(t.Declaration.defaults);
    this.properties = [];
    this.edges = [];
    const open = this.opening();
    this.MANY(this.blockPart);
    const close = this.closeBrace();
    const properties = sized(this.properties);
    this.checkBraces("defaults", t.spanOf(keyword), open, close);
    this.ACTION(() => this.checkInDefaults());
    return { kind: "defaults", properties, span: this.spanFrom(keyword) };
  });

  checkInDefaults(): void {
    for (const { span } of this.edges) this.report("edge-in-defaults", span);
    for (const { kind, keyword } of this.properties) {
      if (kind !== "unknown" && !vocabulary[kind satisfies PropertyName].inDefaults)
        this.report("not-in-defaults", keyword, kind);
    }
  }
}

/** Between a line and the next: nothing but the line end and blanks. */
const LINE_END = /^(?:\r\n|\r|\n)[^\S\r\n]*$/;

const NO_TOKENS: readonly IToken[] = [];
