// Sentences: their values in their places, in English and in another language.
import { expect, test } from "vitest";
import { inWords, sentence } from "../../../server/src/language/text/sentence.ts";

const named = (name: string, hint = sentence``) => sentence`No objective is called '${name}'.${hint}`;

test("is English where nothing else is known", () => {
  expect(inWords(named("greet"), {})).toBe("No objective is called 'greet'.");
});

test("says the same in another language, its values in that language's order", () => {
  const spanish = { "{0} before {1}": "{1} detrás de {0}" };
  expect(inWords(sentence`${"a"} before ${"b"}`, spanish)).toBe("b detrás de a");
});

test("holds a sentence of its own, translated by itself", () => {
  const spanish = { " Did you mean '{0}'?": " ¿Se refería a '{0}'?" };
  const hint = sentence` Did you mean '${"greet"}'?`;
  expect(inWords(named("gret", hint), spanish)).toBe("No objective is called 'gret'. ¿Se refería a 'greet'?");
});

test("leaves what a value says alone, whatever it looks like", () => {
  expect(inWords(sentence`'{' and ${"{1}"}, ${2}, ${"$&"}`, {})).toBe("'{' and {1}, 2, $&");
});
