// What holds of every pull, whatever the text looks like and whatever was done to the set elsewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { decompile } from "../../../server/src/language/compile/decompile.ts";
import { matchObjectives } from "../../../server/src/language/compile/match.ts";
import { canonicalItem, normalise, sameDocument } from "../../../server/src/language/compile/normalise.ts";
import type { ObjectiveItem, SetDocument } from "../../../server/src/language/compile/payload.ts";
import { readPayload } from "../../../server/src/language/compile/read-payload.ts";
import { format } from "../../../server/src/language/features/format.ts";
import { declarationsOf, parse } from "../../../server/src/language/model/source.ts";
import type * as ast from "../../../server/src/language/syntax/ast.ts";
import { compileText } from "../../support/compile-text.ts";
import { filesOf } from "../../support/fixture.ts";
import { anyDocument, anyMeta, anyString, LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyFixture, anyProgram } from "../../support/program-generators.ts";
import { pullText } from "../../support/pull-text.ts";
import { anyMutations } from "../../support/remote-generators.ts";

const CORPUS = new URL("../../../../shared/corpus/", import.meta.url);

/** A text that says one document, and that document. */
const anySet = anyProgram
  .map((text) => ({ text, document: compileText(text) }))
  .filter((it): it is { readonly text: string; readonly document: SetDocument } => it.document !== undefined);

const anyPull = fc.tuple(anySet, anyMutations).map(([{ text, document }, mutations]) => ({
  text,
  document,
  remote: mutations.reduce((done, mutate) => mutate(done), document),
}));

function law<T>(name: string, inputs: fc.Arbitrary<T>, holds: (input: T) => void) {
  test(name, () => fc.assert(fc.property(inputs, holds), LAW), LAW_TIMEOUT);
}

/** Whether the conditions differ in their order alone from what the text said: then the text's order stays. */
function checkOrder(before: SetDocument, pulled: SetDocument, remote: SetDocument) {
  const { origins } = matchObjectives(normalise(before), normalise(remote));
  pulled.objectives.forEach((item, place) => {
    const wanted = remote.objectives[place];
    if (JSON.stringify(item.conditional) === JSON.stringify(wanted?.conditional)) return;
    const conditions = (it: ObjectiveItem | undefined) =>
      it?.conditional.map(([, condition]) => condition).toSorted();
    expect(conditions(item)).toEqual(conditions(before.objectives[origins[place] ?? -1]));
  });
}

function checkPull(text: string, before: SetDocument, remote: SetDocument) {
  const pulled = pullText(text, remote);
  const document = compileText(pulled.text);
  expect(document && sameDocument(document, remote), pulled.text).toBe(true);
  if (document) checkOrder(before, document, remote);
  return pulled;
}

law("a text compiles to what was done to its document", anyPull, ({ text, document, remote }) => {
  checkPull(text, document, remote);
});

law(
  "a text compiles to any document that is pulled into it",
  fc.tuple(anySet, anyDocument),
  ([{ text, document }, remote]) => {
    checkPull(text, document, remote);
  },
);

/** A document that a text can say: the platform's has one condition for each target. */
const anyDecompiled = fc
  .tuple(anyDocument, fc.array(anyMeta, { maxLength: 6 }), anyMutations)
  .map(([document, meta, mutations]) => ({
    text: decompile(document, meta),
    document,
    remote: mutations.reduce((done, mutate) => mutate(done), document),
  }));

law(
  "a decompiled text compiles to what was done to its document",
  anyDecompiled,
  ({ text, document, remote }) => {
    const pulled = checkPull(text, document, remote);
    expect(format(parse(pulled.text))).toBe(pulled.text);
  },
);

law("where nothing changed there are no edits", anySet, ({ text, document }) => {
  expect(pullText(text, document)).toMatchObject({ edits: [], notes: [] });
});

law("a second pull changes nothing", anyPull, ({ text, remote }) => {
  expect(pullText(pullText(text, remote).text, remote).edits).toEqual([]);
});

law("the objectives that say the same are the same, byte for byte", anyPull, ({ text, document, remote }) => {
  const pulled = pullText(text, remote).text;
  const [before, after] = [normalise(document), normalise(remote)];
  const [old, now] = [declarationTexts(text), declarationTexts(pulled)];
  for (const [place, origin] of matchObjectives(before, after).origins.entries()) {
    const [one, other] = [before.objectives[origin ?? -1], after.objectives[place]];
    if (one && other && canonicalItem(one) === canonicalItem(other))
      expect(now[place]).toBe(old[origin ?? -1]);
  }
});

function declarationTexts(text: string): readonly string[] {
  return [...declarationsOf(parse(text))]
    .filter(({ node }) => node.kind === "objective")
    .map(({ node: { span }, offset }) => text.slice(span.start + offset, span.end + offset));
}

law(
  "the last way of an objective stays its catch-all, whatever it says now",
  fc.tuple(anySet, anyString),
  ([{ text, document }, words]) => {
    const reworded = document.objectives.map((item) => ({
      ...item,
      conditional: item.conditional.map(([target, condition], index) =>
        index > 0 && index === item.conditional.length - 1
          ? ([target, words] as const)
          : ([target, condition] as const),
      ),
    }));
    const pulled = checkPull(text, document, { ...document, objectives: reworded });
    expect(lastWays(pulled.text)).toEqual(lastWays(text));
  },
);

/** The kind of the last condition of every objective that has several. */
function lastWays(text: string): readonly (ast.Edge["kind"] | undefined)[] {
  return [...declarationsOf(parse(text))].flatMap(({ node }) => {
    const ways = node.kind === "objective" ? node.edges.filter(({ kind }) => kind !== "required") : [];
    return ways.length > 1 ? [ways.at(-1)?.kind] : [];
  });
}

law("every comment is in the text afterwards, or in a note", anyPull, ({ text, remote }) => {
  const pulled = pullText(text, remote);
  const lost = pulled.notes.map(
    ({ reason }) => /^The comment "(.*)" went/s.exec(inEnglish(reason))?.[1] ?? "",
  );
  const left = [...commentsOf(pulled.text), ...lost];
  for (const comment of commentsOf(text)) expect(left.splice(left.indexOf(comment), 1)).toEqual([comment]);
});

function commentsOf(text: string): readonly string[] {
  return parse(text).units.flatMap(({ comments }) => comments.map((comment) => comment.text));
}

law("nothing is written anew that could be changed where it stands", anyPull, ({ text, remote }) => {
  expect(
    pullText(text, remote).notes.filter(({ reason }) => inEnglish(reason).includes("written anew")),
  ).toEqual([]);
});

law(
  "edits are in order, apart from one another, and write nothing that stands there",
  anyPull,
  ({ text, remote }) => {
    let last = -1;
    for (const { span, newText } of pullText(text, remote).edits) {
      expect(span.start).toBeGreaterThan(last);
      const old = text.slice(span.start, span.end);
      expect(old === newText).toBe(false);
      last = span.end;
    }
  },
);

const anyFiles = fc
  .tuple(anyFixture, anyMutations)
  .map(([text, mutations]) => ({ text, mutations, document: compileText(text) }))
  .filter((it): it is typeof it & { readonly document: SetDocument } => it.document !== undefined)
  .map(({ text, mutations, document }) => ({
    text,
    document,
    remote: mutations.reduce((done, mutate) => mutate(done), document),
  }));

law(
  "a set of several files says the same in the order that its files can have",
  anyFiles,
  ({ text, remote }) => {
    const pulled = pullText(text, remote);
    const document = compileText(pulled.text);
    expect(document?.name).toBe(remote.name);
    const inAnyOrder = (it: SetDocument | undefined) =>
      it && normalise(it).objectives.map(canonicalItem).toSorted();
    expect(inAnyOrder(document)).toEqual(inAnyOrder(remote));
    const isNoted = pulled.notes.some(({ reason }) => inEnglish(reason).startsWith("The order"));
    if (!isNoted) expect(document && sameDocument(document, remote)).toBe(true);
    expect(pullText(pulled.text, remote).edits).toEqual([]);
  },
);

// A fragment may be a part of other sets: what belongs to one set goes into that set's own file.
law("no objective comes into a fragment", anyFiles, ({ text, remote }) => {
  const [, ...before] = filesOf(text).values();
  const [, ...after] = filesOf(pullText(text, remote).text).values();
  const most = before.map((it) => declarationTexts(it).length);
  after.forEach((it, file) => expect(declarationTexts(it).length).toBeLessThanOrEqual(most[file] ?? 0));
});

law("a set of several files has no edits where nothing changed", anyFiles, ({ text, document }) => {
  expect(pullText(text, document)).toMatchObject({ edits: [], notes: [] });
});

/**
 * One declaration a unit, no comment in a block, which belongs to another line when its own is gone, no block without a
 * word, and none that layout leaves as it is.
 */
function isPlain(text: string): boolean {
  return parse(text).units.every(({ declarations: [node, ...more], comments }) => {
    if (node?.kind !== "objective") return more.length === 0;
    const isInside = ({ start, end }: typeof node.span) => node.span.start < start && end < node.span.end;
    const entries = node.properties.length + node.edges.length;
    const isKnown = node.properties.every(({ kind }) => kind !== "unknown");
    return more.length === 0 && entries > 0 && isKnown && !comments.some(({ span }) => isInside(span));
  });
}

law("what was formatted still is", anyPull, ({ text, remote }) => {
  const formatted = format(parse(text));
  const pulled = pullText(formatted, remote);
  fc.pre(isPlain(formatted) && isPlain(pulled.text));
  if (pulled.edits.length > 0) expect(format(parse(pulled.text))).toBe(pulled.text);
});

describe.skipIf(!existsSync(CORPUS))("real sets", () => {
  const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((file) => file.endsWith(".json")) : [];
  const setOf = (file: string) => {
    const set = readPayload(readFileSync(new URL(file, CORPUS), "utf8"));
    if ("refused" in set) throw new Error(JSON.stringify(set.refused));
    return { ...set, text: decompile(set.document, set.extras) };
  };

  test.each(files.map((file, index) => [file, files[(index + 1) % files.length] ?? file]))(
    "%s is left alone by itself, and takes %s",
    (file, next) => {
      const { text, document } = setOf(file);
      expect(pullText(text, document).edits).toEqual([]);
      const pulled = checkPull(text, document, setOf(next).document);
      expect(format(parse(pulled.text))).toBe(pulled.text);
    },
  );
});
