// The tool `explain`: a page of the documentation, since not every assistant reads resources.
import * as z from "zod";
import { describeUnknown, pageOf, TOPICS } from "../pages.ts";
import { refused, tool } from "../tool.ts";

const explained = z.strictObject({ topic: z.string(), text: z.string() });

export const explainTool = tool({
  name: "explain",
  title: "Explain the objectives language",
  description: `Gives a page of the documentation, in Markdown. Read 'reference' (every word of the language with an example) before you write a set for the first time; 'language' is a long guide by example. The code of a finding gives what it means, with a bad and a good example.`,
  input: z.strictObject({
    topic: z
      .string()
      .max(100)
      .describe(`${Object.keys(TOPICS).join(", ")}, or the code of a finding, such as cycle`),
  }),
  output: explained,
  asks: "files alone",
  run: async ({ topic }, { world }) => {
    const page = pageOf(topic);
    if (page === undefined) return refused(describeUnknown(topic));
    const text = await world.page(page.path);
    if (text === undefined) return refused(`The page about '${topic}' is not installed here.`);
    return { ok: true, text, value: { topic, text } };
  },
});
