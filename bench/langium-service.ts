// The same language in Langium, as far as it can be said there: parser, linker and validator are made from a grammar.
import { URI, type LangiumDocument } from "langium";
import { createServicesForGrammar } from "langium/grammar";
import type { LangiumServices } from "langium/lsp";

/**
 * The grammar of well-formed files. What it cannot say: that column 0 begins a declaration, params inside of texts, and what
 * is missing or too much in this language's words. Letters are ranges: with their classes it would not tell `confirm_visit`
 * from `confirm`.
 */
const GRAMMAR = String.raw`
grammar Objectives

entry File: header=Header? includes+=Include* declarations+=(Param | Defaults | Objective | Scenario)*;

Header: 'objectives' title=Text;
Include: 'include' path=STRING;
Param: 'param' name=Name ('=' value=STRING)?;
Defaults: 'defaults' '{' properties+=(Confirm | Modality | Callback)* '}';
Objective: 'objective' name=Name '{' (properties+=Property | edges+=Edge)* '}';

Property: Prompt | Collect | Confirm | Modality | Callback | Meta;
Prompt: 'prompt' text=Text;
Collect: 'collect' names+=Name (',' names+=Name)*;
Confirm: 'confirm' value=('auto' | 'manual');
Modality: 'modality' value=('verbal' | 'visual');
Callback: 'callback' text=Text;
Meta: 'meta' key=Name text=STRING;

Edge: '->' target=[Objective:Name] ('when' condition=Text | otherwise?='otherwise' condition=Text?)?;

Scenario: 'scenario' title=STRING '{' steps+=Step* end?='end'? '}';
Step: objective=[Objective:Name] ('{' values+=StepValue* '}')?;
StepValue: variable=Name '=' text=Text;

Name returns string: WORD | STRING | 'auto' | 'manual' | 'verbal' | 'visual';
Text returns string: STRING | BLOCK;

terminal BLOCK: /"""[\s\S]*?"""/;
terminal STRING: /"(\\.|[^"\\\r\n])*"/;
terminal WORD: /[\w\u00aa-\u1fff\u2c00-\uffff]+(-[\w\u00aa-\u1fff\u2c00-\uffff]+)*/;
hidden terminal WS: /\s+/;
hidden terminal COMMENT: /\/\/[^\r\n]*/;
`;

/** Services for the grammar: made once, as a language server does. */
export function langiumServices(): Promise<LangiumServices> {
  return createServicesForGrammar({ grammar: GRAMMAR });
}

/** Parses, links and validates the text afresh, as a language server does after every keystroke. */
export async function langiumFindings(
  { shared: { workspace } }: LangiumServices,
  text: string,
): Promise<NonNullable<LangiumDocument["diagnostics"]>> {
  const document = workspace.LangiumDocumentFactory.fromString(text, URI.parse("memory:///set.txt"));
  await workspace.DocumentBuilder.build([document], { validation: true });
  return document.diagnostics ?? [];
}
