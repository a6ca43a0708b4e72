// Every word that people are shown, in every language that we speak: nothing missing, nothing left over, every hole filled.
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codes, messageOf } from "../server/src/language/diagnostics/codes.ts";
import { inWords } from "../server/src/language/text/sentence.ts";
import { ESPERANTO } from "./support/esperanto.ts";
import { shownOf } from "./support/shown.ts";
import { clientSentences, coreSentences, holesOf, untranslated, type Found } from "./support/translatable.ts";
import { markedWords, unmarkedWords } from "./support/unmarked.ts";
import { ALL_CODES, findingsOfExample } from "./support/woken.ts";

type Words = Readonly<Record<string, string>>;

/** Hands its words to the preview's page, which fills their holes itself. */
const PAGE = "client/src/preview/html.ts";

const { found: ofClient, unreadable } = clientSentences();
const sentences: readonly Found[] = [...ofClient, ...coreSentences()];
const keys = new Set(sentences.map(({ english }) => english).filter(hasWords));
const languages = globSync("l10n/bundle.l10n.*.json").map((file) => /\.(\w+)\.json$/.exec(file)?.[1] ?? file);

describe("in the code", () => {
  test("what is translated is a plain text, so that it can be found", () => {
    expect(unreadable).toEqual([]);
  });

  test("every hole has its value", () => {
    const isFilledLater = ({ file }: Found) => file === PAGE;
    const wrong = sentences.filter((it) => holesOf(it.english).length !== it.values && !isFilledLater(it));
    expect(wrong.map(({ file, english }) => `${file}: ${english}`)).toEqual([]);
  });

  test("nothing for people is written past the translations", () => {
    expect(untranslated()).toEqual([]);
  });

  test("the sentences of the client and of the core are found", () => {
    expect(keys).toContain("The key for {0} is kept.");
    expect(keys).toContain("A name needs at least one letter.");
    expect(keys).toContain("An objective '{0}' is there already: choose another name.");
  });
});

/** Thousands of questions to a server, on a machine that may have more to do. */
const MANY = { timeout: 60_000 };

describe("in an editor", () => {
  test("nothing that the server says of texts is plain English", MANY, async () => {
    const shown = await shownOf(ESPERANTO, markedWords(keys));
    expect(unmarkedWords(shown, ESPERANTO)).toEqual([]);
  });

  test("plain English would be found", MANY, async () => {
    const shown = await shownOf(ESPERANTO, {});
    const found = unmarkedWords(shown, ESPERANTO);
    // Of a hover, a finding, a fix, a refactoring, a lens, a completion, its documentation, and the picture.
    const words = ["Leads", "called", "Replace", "Extract", "way", "linked", "Completed", "START"];
    expect(found).toEqual(expect.arrayContaining(words));
  });

  test.each(ALL_CODES)("a finding holds no plain English: %s", (code) => {
    const words = markedWords(keys);
    const fixture = codes[code].bad;
    const said = findingsOfExample(code, fixture).map((it) =>
      inWords(messageOf(it.code, it.arguments), words),
    );
    expect(unmarkedWords(said, { "main.objectives": fixture })).toEqual([]);
  });
});

describe.each(languages)("in %s", (language) => {
  const words = read(`l10n/bundle.l10n.${language}.json`);

  test("no sentence is missing", () => {
    expect([...keys].filter((key) => !Object.hasOwn(words, key)).toSorted()).toEqual([]);
  });

  test("no sentence is left over", () => {
    expect(Object.keys(words).filter((key) => !keys.has(key))).toEqual([]);
  });

  test("every sentence has the holes of the English one, and begins and ends as it does", () => {
    const wrong = Object.entries(words).filter(([key, said]) => shapeOf(key) !== shapeOf(said));
    expect(wrong).toEqual([]);
  });

  test("the manifest is translated whole", () => {
    const english = read("package.nls.json");
    const translated = read(`package.nls.${language}.json`);
    expect(Object.keys(translated)).toEqual(Object.keys(english));
    const wrong = Object.entries(english).filter(
      ([key, said]) => linksOf(said) !== linksOf(translated[key] ?? ""),
    );
    expect(wrong).toEqual([]);
  });
});

test("Spanish is spoken", () => {
  expect(languages).toContain("es");
});

test("the manifest's words are all used, and all there", () => {
  const manifest = readFileSync("package.json", "utf8");
  const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? "");
  expect(Object.keys(read("package.nls.json")).toSorted()).toEqual([...new Set(used)].toSorted());
});

test("the manifest says nothing but through its words", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: object };
  // What a tool takes is read by models, who read English.
  const forPeople = JSON.stringify(contributes, (key, value: unknown) =>
    key === "inputSchema" ? undefined : value,
  );
  expect(forPeople.match(SAID_PLAINLY)).toBeNull();
});

/** A text of the manifest that VS Code shows, one of its own or the first of a list, that is no key of translations. */
const SAID_PLAINLY =
  /"(title|displayName|description|userDescription|(markdownE|e)numDescriptions|markdownDescription|contents|altText|category|contextualTitle)":\[?"(?!%)[^"]*"/g;

/** Some sentences only put others side by side. */
function hasWords(english: string): boolean {
  return /\p{L}/u.test(english.replace(/\{\d+\}/g, ""));
}

function read(file: string): Words {
  return JSON.parse(readFileSync(file, "utf8")) as Words;
}

/** What a translation must not change: holes, blanks at the ends, and the stop at the end. */
function shapeOf(words: string): string {
  const [start = ""] = /^\s*/.exec(words) ?? [];
  const [end = ""] = /[.:?…]?\s*$/.exec(words) ?? [];
  return JSON.stringify([holesOf(words), start, end]);
}

/** The commands that words lead to, and what they quote as code. */
function linksOf(words: string): string {
  return (words.match(/\]\(command:[^)]*\)|`[^`]*`/g) ?? []).join(" ");
}
