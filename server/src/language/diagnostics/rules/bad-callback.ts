// `bad-callback`: an address that the platform could not, or should not, notify.
import type { Model } from "../../model/analyze.ts";
import { fillTemplate, paramValues } from "../../model/params.ts";
import { literal } from "../../syntax/written.ts";
import type { Unit } from "../../model/source.ts";
import { problemOfAddress, type AddressProblem } from "../addresses.ts";
import { setFinding, unitFinding, type SetFinding, type Report } from "../finding.ts";
import { propertiesOf } from "../about.ts";

/** Addresses that are known from their own text. */
export function badCallback(unit: Unit, report: Report): void {
  for (const property of propertiesOf(unit)) {
    if (property.kind !== "callback" || !property.text) continue;
    if (property.text.parts.some((part) => typeof part !== "string")) continue;
    const url = literal(property.text);
    const problem = problemOfAddress(url);
    if (problem === "none") continue;
    report({ ...unitFinding("bad-callback", property.text.span, url, problem), ...severityOf(problem) });
  }
}

/** Addresses with params, once these are known. */
export function* badCallbackWithParams({ symbols, given }: Model): Iterable<SetFinding> {
  const values = paramValues(symbols, given);
  for (const { name, at } of symbols.callbacks) {
    const url = fillTemplate(name, values);
    const problem = url.includes("${") ? "none" : problemOfAddress(url);
    if (problem !== "none") yield { ...setFinding("bad-callback", at, url, problem), ...severityOf(problem) };
  }
}

function severityOf(problem: AddressProblem): { readonly severity?: "warning" } {
  return problem === "plain" ? { severity: "warning" } : {};
}
