// `vague-prompt`: a prompt, in English, of which nobody can tell when it is achieved.
import { unitFinding, type Report } from "../finding.ts";
import { excerptOf, sentencesOf, type Prompt } from "../prompts.ts";

export function vaguePrompt({ text, words }: Prompt, report: Report): void {
  if (words.length > LONGEST_VAGUE) return;
  const sentences = sentencesOf(words);
  if (sentences.length > 0 && sentences.every(isVague))
    report(unitFinding("vague-prompt", text.span, excerptOf(words)));
}

/** Who says more than this says something. */
const LONGEST_VAGUE = 120;

const SOMEONE =
  "(?:(?:the|your|our|each|every|any) )?(?:user|customer|caller|client|patient|participant|visitor|guest|person|people|student|learner|candidate|prospect|applicant|member|them|everyone|everybody)s?";
const ADJECTIVE =
  "(?:(?:very|really|as|always) )?(?:friendly|helpful|polite|professional|nice|kind|warm|empathetic|courteous|supportive|respectful|attentive|conversational|natural|honest|engaging|welcoming|good|great|pleasant|positive|excellent|meaningful|productive|wonderful|smooth)";
const FEELING =
  "(?:happy|satisfied|comfortable|engaged|heard|welcome|welcomed|good|great|pleased|content|okay|ok|fine|at ease|understood|valued|taken care of)";

/** Sentences that say nothing that could be seen or heard, each as a whole. */
const FORMS = [
  `(?:help|assist|support|guide|engage|serve|entertain|talk (?:to|with)|chat with|speak (?:to|with)|converse with|interact with|connect with|get to know|understand|take care of)(?: with)? ${SOMEONE}(?: (?:better|well|properly|effectively|as needed|as best as you can|as much as possible|throughout the conversation))?(?: with (?:anything|everything|whatever|their needs|any questions|their questions|all their questions)(?: .{0,30})?)?`,
  `(?:understand|learn about|meet|explore|address)(?: (?:the|their|all|${SOMEONE}['’]s?))* (?:needs?|situation|expectations|requirements|wishes)`,
  `(?:make sure|ensure|see to it)(?: that)? ${SOMEONE} (?:is|are|feels?|stays?|remains?|leaves?) (?:(?:very|fully|completely|really) )?${FEELING}(?: (?:and|about|at|during|throughout) .{0,40}| with (?:the|our|your) (?:service|experience|conversation|call|help|result|outcome))?`,
  `(?:always )?be ${ADJECTIVE}(?:,? (?:and )?${ADJECTIVE})*(?: (?:to|with|towards?) ${SOMEONE})?`,
  `(?:have|hold|maintain|create|provide|offer|give|deliver|ensure)(?: ${SOMEONE})?(?: an?)? (?:${ADJECTIVE},? (?:and )?)+(?:chat|conversation|talk|experience|service|support|impression|time|interaction|dialogue)(?: (?:with|for|to) ${SOMEONE})?`,
  `(?:build|establish|create|develop|gain)(?: (?:a|some|good|strong))* (?:rapport|trust|connection|relationship)(?: with ${SOMEONE})?`,
  `do your best(?: .{0,40})?`,
  `(?:handle|manage|lead|continue|keep|run|have) (?:the|a) (?:conversation|call|chat|session|discussion)(?: going)?(?: (?:well|naturally|professionally|smoothly|with ${SOMEONE}))?`,
  `(?:answer|address|handle) (?:any|all|their|${SOMEONE}['’]s?)(?: of their)? questions?(?: ${SOMEONE.slice(0, -2)}s?| they)?(?: (?:may |might )?(?:have|has))?`,
  `todo.{0,40}|tbd|fixme|placeholder|lorem ipsum.*|xxx+|test prompt|some prompt|prompt goes here|your prompt here|to be (?:done|written|defined|decided)`,
].join("|");

const VAGUE = new RegExp(
  `^(?:please )?(?:(?:warmly )?(?:welcome|greet) ${SOMEONE}(?: warmly)? and )?(?:${FORMS})[\\s.!…]*$`,
  "i",
);

function isVague(sentence: string): boolean {
  return VAGUE.test(sentence);
}
