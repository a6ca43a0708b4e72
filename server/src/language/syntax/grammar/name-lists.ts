// Lists of names: with commas between them, without, or between the brackets of other languages.
import { tokenMatcher, type IToken } from "chevrotain";
import type * as ast from "../ast.ts";
import { groupsOf, isWord, oneName } from "../name-words.ts";
import * as t from "../tokens.ts";
import { isDash } from "./unquoted.ts";
import { Names, plainName } from "./names.ts";

export class NameLists extends Names {
  /** Of the list that was read last. */
  names: ast.Name[] = [];

  /** Which of the names stand behind another without a comma between them, by their index. */
  joined: number[] = [];

  /** Whether something else than commas stands between the names of the list that is read. */
  isApart = false;

  /** Names with commas between them; a name on the same line belongs to the list even without its comma. */
  listNames(): void {
    this.addName(this.name());
    this.furtherNames();
    if (this.isApart) this.reportApart();
    else if (this.joined.length > 0) this.checkJoined();
  }

  /** Adds the name that was read, or says that one is missing. */
  addName(token: IToken | undefined): void {
    if (token) this.names.push(this.nameOf(token));
    else this.report("missing-variable", t.spanOf(this.LA(0)));
  }

  readonly furtherNames = this.repeated(() => this.OR(this.furtherNameKinds), this.furtherNameAhead);

  furtherNameAhead(): boolean {
    if (this.LA(1).tokenType === t.Comma) return true;
    return this.onSameLine() ? this.nameAhead() || this.semicolonAhead() : this.nameOnLineAhead();
  }

  readonly furtherNameKinds = [
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        if (!this.wrappedBehindComma()) this.addName(this.nameBehindComma());
      },
    },
    { ALT: () => this.SUBRULE(this.nameBehindSemicolon) },
    {
      ALT: () => {
        this.isApart ||= !this.onSameLine();
        const next = this.CONSUME(t.AnyName);
        this.joined.push(this.names.length);
        this.names.push(tokenMatcher(next, t.AnyText) ? this.nameOf(next) : plainName(next));
      },
    },
  ];

  readonly nameBehindComma = this.optionalToken(t.AnyName, this.nameAhead);

  // ── Slips ──

  /** `name; age` */
  readonly nameBehindSemicolon = this.RULE("nameBehindSemicolon", (): void => {
    this.CONSUME(t.Stray);
    this.isApart = true;
    this.addName(this.CONSUME(t.Name));
  });

  semicolonAhead(): boolean {
    if (this.LA(1).image !== ";") return false;
    const name = this.ahead(2);
    return name.tokenType === t.Name && name.line === "same" && endsItem(this.ahead(3));
  }

  /** Whether a name has the line for itself, and the next one, too: a single word may begin a property. */
  nameOnLineAhead(): boolean {
    if (this.LA(1).tokenType !== t.Name) return false;
    const second = this.ahead(2);
    if (!endsItem(second)) return false;
    if (this.isApart || second.tokenType === t.Comma) return true;
    return second.tokenType === t.Name && endsItem(this.ahead(3));
  }

  reportApart(): void {
    const [first] = this.names;
    this.joined = [];
    if (first) this.report("wrapped-names", this.spanTo(first.span.start));
  }

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

  /** `[a, b]`, `'a', 'b'`, `- a` on lines of their own: names as other languages write lists of them, said once. */
  readonly wrappedNames = this.RULE("wrappedNames", (): true => {
    const first = tokenMatcher(this.LA(0), t.Sign) ? this.LA(0) : this.LA(1);
    let left = this.wrapLength();
    this.AT_LEAST_ONE({
      GATE: () => left-- > 0 || this.wrapGoesOn(),
      DEF: () => this.OR(this.wrappedKinds),
    });
    this.report("wrapped-names", this.spanFrom(first));
    return true;
  });

  readonly wrappedKinds = [
    { ALT: () => void this.CONSUME(t.Stray) },
    { ALT: () => void this.CONSUME(t.Comma) },
    { ALT: () => void this.CONSUME(t.OpenBrace) },
    { ALT: () => void this.CONSUME(t.CloseBrace) },
    { ALT: () => this.addName(this.CONSUME(t.Name)) },
    { ALT: () => this.addName(this.CONSUME(t.String_)) },
  ];

  readonly wrapped = this.optionalRule(this.wrappedNames, this.wrapAhead);
  readonly wrappedBehindComma = this.optionalRule(this.wrappedNames, this.wrapAhead);

  /** Whether a list begins as in other languages. */
  wrapAhead(): boolean {
    const next = this.LA(1);
    if (!this.onSameLine()) return this.itemAhead();
    if (next.tokenType === t.OpenBrace) return this.wrapLength() > 0;
    return next.tokenType === t.Stray && WRAPS.has(next.image);
  }

  wrapGoesOn(): boolean {
    const { tokenType } = this.LA(1);
    if (!this.onSameLine()) return this.itemAhead();
    return tokenType !== t.OpenBrace && tokenType !== t.CloseBrace;
  }

  /** `- name` on a line of its own. */
  itemAhead(): boolean {
    const [dash, name, behind] = [this.ahead(1), this.ahead(2), this.ahead(3)];
    return dash.line === "next" && isDash(dash) && isName(name) && name.line === "same" && endsItem(behind);
  }

  /** How many tokens stand from a bracket or quote that is next to the one that closes it, where only names are between. */
  wrapLength(): number {
    const closers = WRAPS.get(this.LA(1).image) ?? "";
    for (let count = 2; ; count++) {
      const token = this.LA(count);
      if (token.image !== "" && closers.includes(token.image)) return count;
      if (!isName(token) && token.tokenType !== t.Comma && token.tokenType !== t.Stray) return 0;
    }
  }
}

/** What other languages put around names, with what closes it. */
const WRAPS: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
  ["'", "'"],
  ["`", "`"],
  ["‘", "’"],
  ["“", "”“"],
  ["„", "“”"],
  ["«", "»"],
]);

export function isName({ tokenType }: IToken): boolean {
  return tokenType === t.Name || tokenType === t.String_;
}

/** Whether what follows a name of a list does not belong to it. */
function endsItem({ line, image, tokenType }: t.Token): boolean {
  return line !== "same" || image === "," || image === ";" || tokenType === t.CloseBrace;
}
