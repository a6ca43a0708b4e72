// A block: its braces, and what stands between those of an objective and of the defaults.
import type { IToken } from "chevrotain";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { isUnclosed } from "../open-texts.ts";
import * as t from "../tokens.ts";
import { Misplaced } from "./misplaced.ts";

export class Blocks extends Misplaced {
  // Of the block that is read; none stands in another.
  properties: ast.Property[] = [];
  edges: ast.Edge[] = [];

  readonly blockPart = (): void => this.OR(this.blockParts);

  readonly blockParts = [
    { ALT: () => void this.properties.push(this.SUBRULE(this.prompt)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.collect)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.confirm)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.modality)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.callback)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.meta)) },
    {
      ALT: () => {
        const part = this.SUBRULE(this.unknownProperty);
        if (part?.kind === "unknown") this.properties.push(part);
        else if (part) this.edges.push(part);
      },
    },
    { ALT: () => void this.edges.push(this.SUBRULE(this.edge)) },
    {
      ALT: () => {
        const edge = this.SUBRULE(this.unexpected);
        if (edge) this.edges.push(edge);
      },
    },
  ];

  readonly signBeforeBrace = this.optionalToken(t.Sign);
  readonly openBrace = this.optionalToken(t.OpenBrace);
  readonly closeBrace = this.optionalToken(t.CloseBrace);

  opening(): IToken | undefined {
    const sign = this.signBeforeBrace();
    const open = this.openBrace();
    if (sign && open) this.report("no-sign-before-brace", t.spanOf(sign), sign.image);
    return open;
  }

  bodyFrom(open: IToken | undefined): Span | undefined {
    return open && this.spanFrom(open);
  }

  /** What is open after a text that runs to the end, or hides the brace, is that text's fault. */
  checkBraces(what: string, head: Span, open: IToken | undefined, close: IToken | undefined): void {
    if (!open) this.report("missing-brace", head, what);
    else if (!close && !isUnclosed(this.LA(0)) && !this.isBraceInProse())
      this.report("unclosed-brace", t.spanOf(this.LA(0)), what);
  }

  /** `callback https://x }`: what follows the colon reads as a comment, brace included. */
  isBraceInProse(): boolean {
    const end = t.endOf(this.LA(0));
    return end === this.proseEnd && this.commentAt(end).includes("}");
  }
}
