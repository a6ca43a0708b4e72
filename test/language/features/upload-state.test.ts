// Whether a set is what was uploaded last.
import { expect, test } from "vitest";
import { compile } from "../../../server/src/language/compile/compile.ts";
import type { SetDocument } from "../../../server/src/language/compile/payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { describeUpload, uploadState } from "../../../server/src/language/features/upload-state.ts";
import { inWords } from "../../../server/src/language/text/sentence.ts";
import { modelOf } from "../../support/fixture.ts";

function documentOf(text: string): SetDocument | undefined {
  const compiled = compile(check(modelOf(text)));
  return compiled.kind === "document" ? compiled.document : undefined;
}

function checkState(now: string, uploaded: string | undefined) {
  const base = uploaded === undefined ? undefined : documentOf(uploaded);
  return expect(inWords(describeUpload(uploadState(check(modelOf(now)), base), "tavus"), {}));
}

const SET = `objectives "S"\nobjective a { prompt "p" -> b when "x" -> c otherwise }\nobjective b {prompt "p"}\nobjective c {prompt "p"}\n`;

test("never, where nothing was", () => {
  checkState(SET, undefined).toBe("Never uploaded to tavus");
});

test("as uploaded, whatever comments, layout and the order of conditions are", () => {
  const same = SET.replace('-> b when "x" -> c otherwise', '-> c otherwise // c\n -> b when "x"');
  checkState(same, SET).toBe("As uploaded to tavus");
});

test("changed, by a word or by what says no one set any more", () => {
  checkState(SET.replace('"x"', '"y"'), SET).toBe("Changed since the upload to tavus");
  checkState(`${SET}objective {`, SET).toBe("Changed since the upload to tavus");
});
