// What a condition says once the ways of saying it are taken away: enough to tell that two of them are one, in English.

/** The condition's words that carry meaning, each in one form; "" where none is left or the order of words matters. */
export function gistOf(condition: string): string {
  const words = condition.replaceAll(/n['’]t\b/g, " not").match(WORD) ?? [];
  if (words.some((word) => ORDER.has(word))) return words.join(" ");
  const meant = words.filter((word) => !FILLERS.has(word)).map((word) => SYNONYMS.get(word) ?? stemOf(word));
  return [...new Set(meant)].sort().join(" ");
}

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** With these "Lisbon before Porto" is not "Porto before Lisbon". */
const ORDER = wordsOf(
  "before after than from over into instead rather more less above below until unless by",
);

/** What can be left out or put in without a difference. Negations and numbers are none of it. */
const FILLERS = wordsOf(
  "if when whenever in case that the a an this their his her its they he she it is are be am has have do does " +
    "would just also really actually please then currently now already so to for " +
    "user users customer customers caller callers client clients patient patients participant participants visitor visitors guest " +
    "guests person people student students learner learners candidate candidates prospect prospects applicant applicants " +
    "says said tells told mentions mentioned states stated indicates indicated expresses expressed s",
);

const SYNONYMS = synonyms([
  "want wants wanted wish wishes wished like likes liked prefer prefers desire desires ask asks asked request requests requested need needs needed interested",
  "agree agrees agreed accept accepts accepted yes",
  "decline declines declined refuse refuses refused reject rejects rejected",
  "buy buys bought purchase purchases purchased",
  "book books booked schedule schedules scheduled",
  "call calls phone phones",
  "cancel cancels cancelled canceled cancellation",
  "issue issues problem problems trouble",
  "cost costs price prices pricing",
  "confused unsure uncertain",
]);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

function synonyms(groups: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap((group) => {
      const words = group.split(" ");
      return words.map((word) => [word, words[0] ?? word] as const);
    }),
  );
}

/** Without the endings of number and tense, where enough of the word is left. */
function stemOf(word: string): string {
  if (word.length < 4) return word;
  return word.replace(/ies$/, "y").replace(/(?<=\p{L}{4})(?:ing|ed|es)$|(?<!s)s$/u, "");
}
