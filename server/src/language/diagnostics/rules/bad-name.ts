// `bad-name`: a name that works nowhere else on the platform; silent where `name-with-spaces` or `empty-text` speaks.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";
import { hasSpaces } from "../about.ts";

export function badName({ name }: ast.Objective, report: Report): void {
  if (!name || name.text === "" || hasSpaces(name.text) || /^[A-Za-z0-9_]{1,100}$/.test(name.text)) return;
  report(unitFinding("bad-name", name.span, name.text));
}
