// `syntax`: what a problem of form says to write, where that is plain.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type { Problem } from "../../syntax/messages.ts";
import type { Fix } from "./fix.ts";
import { foundIn } from "./found.ts";
import {
  headerBrace,
  likeHeader,
  missingBrace,
  missingObjective,
  unclosedBrace,
  unmatchedBrace,
} from "./syntax/braces.ts";
import {
  conditionFirst,
  missingArrow,
  missingValue,
  missingWhen,
  oneCondition,
  oneTarget,
  unknownEdgeWord,
} from "./syntax/conditions.ts";
import {
  marksInName,
  missingComma,
  missingVariable,
  nameInWords,
  reservedWord,
  variablesInWords,
  wrappedNames,
  wrappedTarget,
} from "./syntax/names.ts";
import { quotedKeyword } from "./syntax/json.ts";
import { headerNotFirst, includeNotFirst, secondHeader } from "./syntax/order.ts";
import type { Mend } from "./syntax/mend.ts";
import {
  colonForEquals,
  foreignComment,
  missingEquals,
  misspeltArrow,
  noSemicolon,
  noSign,
  noType,
  outside,
  unexpected,
} from "./syntax/signs.ts";
import { notInScenario, notInStep, valueOutsideStep } from "./syntax/steps.ts";
import {
  foreignBlock,
  misopenedBlock,
  misplacedClosing,
  misspeltOpening,
  plainString,
  quoteInText,
  stringOverLines,
  unclosedBlock,
  unclosedString,
  unexpectedText,
} from "./syntax/texts.ts";
import { unquotedText } from "./syntax/unquoted.ts";

const mends: Readonly<Partial<Record<Problem, Mend>>> = {
  "missing-objective": missingObjective,
  "header-brace": headerBrace,
  "missing-brace": missingBrace,
  "unclosed-brace": unclosedBrace,
  "unmatched-brace": unmatchedBrace,
  "missing-value": missingValue,
  "missing-when": missingWhen,
  "one-condition": oneCondition,
  "one-target": oneTarget,
  "unknown-edge-word": unknownEdgeWord,
  "missing-comma": missingComma,
  "missing-variable": missingVariable,
  "variables-in-words": variablesInWords,
  "wrapped-names": wrappedNames,
  "wrapped-target": wrappedTarget,
  "missing-arrow": missingArrow,
  "name-in-words": nameInWords,
  "marks-in-name": marksInName,
  "like-header": likeHeader,
  "reserved-word": reservedWord,
  "second-header": secondHeader,
  "header-not-first": headerNotFirst,
  "include-not-first": includeNotFirst,
  "foreign-comment": foreignComment,
  "missing-equals": missingEquals,
  "colon-for-equals": colonForEquals,
  "misspelt-arrow": misspeltArrow,
  "no-semicolon": noSemicolon,
  "quoted-keyword": quotedKeyword,
  "no-assignment": noSign,
  "no-type": noType,
  "no-sign-before-brace": noSign,
  "not-in-scenario": notInScenario,
  "not-in-step": notInStep,
  "value-outside-step": valueOutsideStep,
  outside,
  unexpected,
  "misspelt-opening": misspeltOpening,
  "misplaced-closing": misplacedClosing,
  "misopened-block": misopenedBlock,
  "plain-string": plainString,
  "unclosed-block": unclosedBlock,
  "foreign-block": foreignBlock,
  "unclosed-string": unclosedString,
  "string-over-lines": stringOverLines,
  "quote-in-text": quoteInText,
  "condition-first": conditionFirst,
  "unexpected-text": unexpectedText,
  "unquoted-text": unquotedText,
};

export function syntax(model: Model, finding: Finding, others: readonly Model[]): readonly Fix[] {
  const [problem = "", ...args] = finding.arguments;
  const found = foundIn(model, finding);
  const mend = isMended(problem) ? mends[problem] : undefined;
  return found && mend ? mend({ model, others, found, args }) : [];
}

function isMended(problem: string): problem is Problem {
  return Object.hasOwn(mends, problem);
}
