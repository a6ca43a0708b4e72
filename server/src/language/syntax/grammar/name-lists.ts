// Lists of names: with commas between them, without, or between the brackets of other languages.
import { tokenMatcher, type IToken } from "chevrotain";
import type * as ast from "../ast.ts";
import { groupsOf, isWord, oneName } from "../name-words.ts";
import * as t from "../tokens.ts";
import { Names, plainName } from "./names.ts";

export class NameLists extends Names {
  names: ast.Name[] = [];

  /** Which of the names stand behind another without a comma between them, by their index. */
  joined: number[] = [];

  /** Names with commas between them; a name on the same line belongs to the list even without its comma. */
  listNames(): void {
    this.addName(this.name());
    this.furtherNames();
    if (this.joined.length > 0) this.checkJoined();
  }

  /** Adds the name that was read, or says that one is missing. */
  addName(token: IToken | undefined): void {
    if (token) this.names.push(this.nameOf(token));
    else this.report("missing-variable", t.spanOf(this.LA(0)));
  }

  readonly furtherNames = this.repeated(
    () => this.OR(this.furtherNameKinds),
    () => this.LA(1).tokenType === t.Comma || (this.onSameLine() && this.nameAhead()),
  );

  readonly furtherNameKinds = [
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        if (!this.wrappedBehindComma()) this.addName(this.nameBehindComma());
      },
    },
    {
      ALT: () => {
        const next = this.CONSUME(t.AnyName);
        this.joined.push(this.names.length);
        this.names.push(tokenMatcher(next, t.AnyText) ? this.nameOf(next) : plainName(next));
      },
    },
  ];

  readonly nameBehindComma = this.optionalToken(t.AnyName, this.nameAhead);

  // ── Slips ──

  /** Names without commas between them: in a list that has commas elsewhere they are words of one name. */
  checkJoined(): void {
    const groups = groupsOf(this.names, new Set(this.joined));
    const isInWords = groups.length > 1 && groups.every((group) => group.length === 1 || group.every(isWord));
    if (isInWords) this.joinWords(groups);
    else this.reportMissingComma(groups);
    this.joined = [];
  }

  joinWords(groups: readonly (readonly ast.Name[])[]): void {
    this.names = groups.map(oneName);
    const first = groups.findIndex(({ length }) => length > 1);
    const last = groups.findLastIndex(({ length }) => length > 1);
    const wrong = this.names.slice(first, last + 1);
    const span = { start: wrong[0]?.span.start ?? 0, end: wrong.at(-1)?.span.end ?? 0 };
    this.report("variables-in-words", span, wrong.map(({ text }) => text).join(", "));
  }

  reportMissingComma(groups: readonly (readonly ast.Name[])[]): void {
    const group = groups.find(({ length }) => length > 1) ?? [];
    const next = group[1];
    const isOne = groups.length === 1 && group.every(isWord);
    if (next) this.report("missing-comma", next.span, next.text, isOne ? oneName(group).text : "");
  }

  /** `[a, b]`, `'a', 'b'`: names as other languages write lists of them, said once. */
  readonly wrappedNames = this.RULE("wrappedNames", (): true => {
    const first = this.CONSUME(t.Stray);
    this.MANY({
      GATE: this.onSameLine,
      DEF: () =>
        this.OR([
          { ALT: () => void this.CONSUME1(t.Stray) },
          { ALT: () => void this.CONSUME(t.Comma) },
          { ALT: () => this.addName(this.CONSUME(t.Name)) },
          { ALT: () => this.addName(this.CONSUME(t.String_)) },
        ]),
    });
    this.report("wrapped-names", this.spanFrom(first));
    return true;
  });

  readonly wrapped = this.optionalRule(this.wrappedNames, this.wrapAhead);
  readonly wrappedBehindComma = this.optionalRule(this.wrappedNames, this.wrapAhead);

  /** Whether a list begins as in other languages. */
  wrapAhead(): boolean {
    const next = this.LA(1);
    return next.tokenType === t.Stray && this.onSameLine() && /^[[('‘“„«]$/.test(next.image);
  }
}
