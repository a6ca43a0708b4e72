// temporary
import fc from "fast-check";
import { expect, test } from "vitest";
import { decompile } from "../../../server/src/language/compile/decompile.ts";
import { normalise } from "../../../server/src/language/compile/normalise.ts";
import type { ObjectiveItem, SetDocument } from "../../../server/src/language/compile/payload.ts";
import { format as formatSource } from "../../../server/src/language/features/format.ts";
import { parse } from "../../../server/src/language/model/source.ts";
const format = (t: string) => formatSource(parse(t));
import type * as ast from "../../../server/src/language/syntax/ast.ts";
import { parseUnit } from "../../../server/src/language/syntax/grammar.ts";
import { split } from "../../../server/src/language/syntax/split.ts";
import { anyDocument, anyMeta, LAW } from "../../support/generators.ts";
import { anyProgram } from "../../support/program-generators.ts";
const val = (t: ast.Text | undefined) =>
  (t?.parts ?? []).map((p) => (typeof p === "string" ? p : "${" + p.text + "}")).join("");
function comp(text: string): SetDocument & { rest: unknown } {
  const ds = split(text).flatMap((u) => {
    const r = parseUnit(u);
    if (r.issues.length) throw new Error(JSON.stringify(r.issues) + u);
    return r.declarations;
  });
  const def = { confirmation: "auto", modality: "verbal", callback: "" };
  let name = "";
  const rest: unknown[] = [];
  for (const d of ds) {
    if (d.kind === "header") name = val(d.title);
    if (d.kind === "defaults")
      for (const p of d.properties) {
        if (p.kind === "confirm") def.confirmation = p.value?.text ?? "";
        if (p.kind === "modality") def.modality = p.value?.text ?? "";
        if (p.kind === "callback") def.callback = val(p.text);
      }
    if (d.kind === "param") rest.push([d.name?.text, val(d.value)]);
    if (d.kind === "include") rest.push(val(d.path));
    if (d.kind === "scenario")
      rest.push([
        val(d.title),
        d.steps.map((s) => [s.name.text, s.values.map((v) => [v.name.text, val(v.text)])]),
        d.end !== undefined,
      ]);
    if (d.kind === "objective")
      rest.push([
        d.doc,
        d.properties
          .filter((p) => p.kind === "meta")
          .map((p) => p.kind === "meta" && [p.key?.text, val(p.text)]),
      ]);
  }
  const objectives = ds.flatMap((d): ObjectiveItem[] => {
    if (d.kind !== "objective") return [];
    const it = {
      name: d.name?.text ?? "",
      prompt: "",
      ...def,
      variables: [] as string[],
      conditional: [] as [string, string][],
      required: [] as string[],
    };
    for (const p of d.properties) {
      if (p.kind === "prompt") it.prompt = val(p.text);
      if (p.kind === "confirm") it.confirmation = p.value?.text ?? "";
      if (p.kind === "modality") it.modality = p.value?.text ?? "";
      if (p.kind === "callback") it.callback = val(p.text);
      if (p.kind === "collect") it.variables.push(...p.names.map((n) => n.text));
    }
    for (const e of d.edges)
      e.kind === "required"
        ? it.required.push(e.target?.text ?? "")
        : it.conditional.push([e.target?.text ?? "", e.condition ? val(e.condition) : "In any other case"]);
    return [it];
  });
  return { name, objectives, rest };
}
test("decompile", () => {
  fc.assert(
    fc.property(anyDocument, fc.array(anyMeta, { maxLength: 6 }), (d, m) => {
      const text = decompile(d, m);
      const { rest, ...doc } = comp(text);
      expect(doc).toEqual(normalise(d));
      expect(format(text)).toBe(text);
    }),
    LAW,
  );
}, 100000);
test("format", () => {
  fc.assert(
    fc.property(anyProgram, (p) => {
      expect(comp(format(p))).toEqual(comp(p));
    }),
    LAW,
  );
}, 100000);
