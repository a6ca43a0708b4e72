// The pages of the documentation that an assistant can read, by what it asks about.
import { codes, isCode, type Code } from "../language/diagnostics/codes.ts";
import { nearest } from "../language/text/nearest.ts";

/** Where pages are, for programs that read resources; a path in the documentation follows. */
export const PAGES = "objectives://docs";

export const FINDING_PAGES = `${PAGES}/findings`;

export interface Page {
  readonly title: string;
  /** In the documentation. */
  readonly path: string;
}

/** What is not about one finding. */
export const TOPICS = {
  language: { title: "The language, by example", path: "language.md" },
  reference: { title: "Every word of the language", path: "reference.md" },
  findings: { title: "All findings", path: "findings/README.md" },
} as const satisfies Record<string, Page>;

/** The page of a topic, or of a finding's code. */
export function pageOf(topic: string): Page | undefined {
  if (isTopic(topic)) return TOPICS[topic];
  return isCode(topic) ? pageOfCode(topic) : undefined;
}

export function pageOfCode(code: Code): Page {
  return { title: code, path: `findings/${code}.md` };
}

/** Why there is no page, and what to ask instead. */
export function describeUnknown(topic: string): string {
  const meant = nearest(topic, [...Object.keys(TOPICS), ...Object.keys(codes)]);
  const advice =
    meant === undefined
      ? `There are ${Object.keys(TOPICS).join(", ")}, and one for the code of each finding.`
      : `Did you mean '${meant}'?`;
  return `There is no page about '${topic}'. ${advice}`;
}

function isTopic(topic: string): topic is keyof typeof TOPICS {
  return Object.hasOwn(TOPICS, topic);
}
