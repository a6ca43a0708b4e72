// The goals that an English prompt sets, by what it tells the agent to do.

/** Things of three kinds to do, of two kinds one after another, or steps with numbers. */
export function hasSeveralGoals(words: string): boolean {
  if (OTHER_THAN_GATHERING.test(words)) {
    const kinds = kindsOfGoals(words);
    if (kinds > 2 || (kinds > 1 && tellsStages(words))) return true;
  }
  return numbersSteps(words);
}

function kindsOfGoals(words: string): number {
  const kinds = new Set([kindOf(words)]);
  for (const { 0: end, index } of words.matchAll(CLAUSE_END)) {
    const next = words.slice(index + end.length, index + end.length + LONGEST_BEGINNING);
    kinds.add(SENTENCE_END.test(end) ? kindOf(next) : kindOfPart(next));
  }
  kinds.delete(undefined);
  return kinds.size;
}

function numbersSteps(words: string): boolean {
  if (!words.includes("3")) return false;
  const steps = [...words.matchAll(STEP)].map(([, verb = ""]) => verb.toLowerCase());
  return steps.length > 2 && steps.filter((it) => KINDS.has(it) || STEPS.has(it)).length > 1;
}

function tellsStages(words: string): boolean {
  return (words.match(STAGE)?.length ?? 0) > 2;
}

const CLAUSE_END = /[.!?;,\n]\s+| and /g;
const SENTENCE_END = /^[.!?\n]/;

/** Enough of a clause to see what it begins with. */
const LONGEST_BEGINNING = 60;

const KINDS = new Map(
  Object.entries({
    greet: "welcome greet introduce",
    gather:
      "ask collect get gather capture obtain record request find learn determine identify discover assess qualify understand",
    tell: "tell explain show present demonstrate describe share teach inform",
    verify: "verify authenticate validate",
    advise: "offer recommend suggest propose negotiate",
    act: "schedule book create update register enroll send submit cancel process place order transfer",
    examine: "test quiz score grade evaluate",
  }).flatMap(([kind, verbs]) => verbs.split(" ").map((verb) => [verb, kind] as const)),
);

const OTHER_VERBS = [...KINDS].filter(([, kind]) => kind !== "gather").map(([verb]) => verb);

/** Without one of these there is one goal at most. */
export const SIGNS_OF_GOALS = { words: OTHER_VERBS, signs: ["3"] } as const;

const OTHER_THAN_GATHERING = new RegExp(
  `(?:[.!?;,\\n] |\\band |^)(?:\\w+,? )?(?:${OTHER_VERBS.join("|")}) `,
  "i",
);

/** What a numbered step begins with, beside these. */
const STEPS = new Set(
  "await wait read repeat guide walk let have give answer start begin confirm check review discuss help thank summarize".split(
    " ",
  ),
);

const FIRST_WORDS =
  /^["'“‘(]*(?:(?:and|then|next|finally|first|also|briefly|clearly|proactively|please),? )*([A-Za-z]+) ([\p{L}\d]+)/u;

function kindOf(clause: string): string | undefined {
  return KINDS.get(FIRST_WORDS.exec(clause)?.[1]?.toLowerCase() ?? "");
}

/** Behind a comma a verb has an object, so that a list of nouns ("name, order number and call time") is none of verbs. */
function kindOfPart(clause: string): string | undefined {
  const [, verb = "", object = ""] = FIRST_WORDS.exec(clause) ?? [];
  return OBJECTS.has(object) ? KINDS.get(verb.toLowerCase()) : undefined;
}

const OBJECTS = new Set(
  "the a an any all each every their them his her him your one out for about whether if that what which how who when where why appropriate relevant additional".split(
    " ",
  ),
);

const STEP = /(?:^|\s)(?:\(?\d[.)]|step \d+[.:)]?)\s+([A-Za-z]+)/gi;
const STAGE =
  /(?:^|[.;,:!?\n—–]\s*(?:and )?|\band )(?:first|firstly|second|secondly|third|thirdly|then|next|after that|afterwards|finally|lastly)\b/gi;
