// Sets as the API's JSON: the keys in the order of the platform's page, empty optional ones left out.
import { sentence, type Sentence } from "../text/sentence.ts";
import { compactJson, indentedJson } from "./json.ts";
import type { Json, JsonMember, JsonObject } from "./json.ts";
import { FIELD } from "./payload.ts";
import type { LinkForm, ObjectiveItem, SetDocument } from "./payload.ts";

/** Why a document cannot be written in the wished form. */
export interface WriteRefusal {
  readonly refused: readonly UnwritableObjective[];
}

export interface UnwritableObjective {
  /** The place in the document's list, from 0. */
  readonly index: number;
  readonly objective: string;
  readonly reason: Sentence;
}

/** The whole set, `{"name"?, "data"}`, as two-space JSON with a final newline: the same bytes for the same document. */
export function writePayload(document: SetDocument, form: LinkForm): string | WriteRefusal {
  const refused = unwritable(document, form);
  if (refused.length > 0) return { refused };
  return `${indentedJson({ members: setMembers(document, form) })}\n`;
}

/** The list of objectives alone, on one line: the value of `/data` in a PATCH. */
export function writeItems(document: SetDocument, form: LinkForm): string | WriteRefusal {
  const refused = unwritable(document, form);
  if (refused.length > 0) return { refused };
  return compactJson(itemList(document, form));
}

function setMembers(document: SetDocument, form: LinkForm): readonly JsonMember[] {
  return [...unlessEmpty("name", document.name), ["data", itemList(document, form)]];
}

function itemList(document: SetDocument, form: LinkForm): Json {
  return document.objectives.map((item) => ({ members: itemMembers(item, form) }));
}

function itemMembers(item: ObjectiveItem, form: LinkForm): readonly JsonMember[] {
  return [
    [FIELD.name, item.name],
    [FIELD.prompt, item.prompt],
    ...unlessEmpty(FIELD.confirmation, item.confirmation),
    ...unlessEmpty(FIELD.variables, item.variables),
    ...unlessEmpty(FIELD.modality, item.modality),
    ...unlessEmpty(FIELD.conditional, { members: item.conditional }),
    ...requiredMembers(item.required, form),
    ...unlessEmpty(FIELD.callback, item.callback),
  ];
}

function requiredMembers(required: readonly string[], form: LinkForm): readonly JsonMember[] {
  switch (form) {
    case "list":
      return unlessEmpty(FIELD.requiredList, required);
    case "single":
      return required.flatMap((target) => unlessEmpty(FIELD.requiredSingle, target));
  }
}

function unlessEmpty(key: string, value: string | readonly string[] | JsonObject): readonly JsonMember[] {
  const size = typeof value === "object" && "members" in value ? value.members.length : value.length;
  return size === 0 ? [] : [[key, value]];
}

function unwritable(document: SetDocument, form: LinkForm): readonly UnwritableObjective[] {
  return document.objectives.flatMap((item, index) => {
    const reason = repeatedTarget(item) ?? unfitForForm(item.required, form);
    return reason === undefined ? [] : [{ index, objective: item.name, reason }];
  });
}

function repeatedTarget(item: ObjectiveItem): Sentence | undefined {
  const seen = new Set<string>();
  for (const [target] of item.conditional) {
    if (seen.has(target))
      return sentence`Two conditions lead to ${JSON.stringify(target)}, and the platform keeps one for each objective.`;
    seen.add(target);
  }
  return undefined;
}

function unfitForForm(required: readonly string[], form: LinkForm): Sentence | undefined {
  if (form === "list") return undefined;
  if (required.length > 1) {
    return sentence`"${FIELD.requiredSingle}" takes one objective, and ${required.length} follow. Keep one, or use the list form.`;
  }
  // An empty string in this field means that nothing follows, so the link would be lost.
  return required[0] === ""
    ? sentence`"${FIELD.requiredSingle}" cannot name an objective whose name is empty.`
    : undefined;
}
