// The tool `format`: a text in its one right layout, handed back and not written.
import { inEnglish } from "../../language/text/sentence.ts";
import * as z from "zod";
import { describeFileFailure } from "../../project/file-system.ts";
import { portablePath } from "../../project/node-file-system.ts";
import { format } from "../../language/features/format.ts";
import { parse } from "../../language/model/source.ts";
import { confinedFiles } from "../confined-files.ts";
import { meantBy, source } from "../inputs.ts";
import { refused, tool } from "../tool.ts";

const formatted = z.strictObject({
  version: z.literal(1),
  file: z.string(),
  changed: z.boolean(),
  text: z.string(),
});

export const formatTool = tool({
  name: "format",
  title: "Format objectives",
  description:
    "Gives the text of a set of objectives in its one right layout. What cannot be read is left as it is. Nothing is written: put the text into the file yourself where changed is true.",
  input: z.strictObject(source),
  output: formatted,
  asks: "files alone",
  run: async (given, call) => {
    const meant = await meantBy(call, given);
    if (!meant.ok) return refused(meant.reason);
    const { path: file, reach } = meant;
    const reading = await confinedFiles(call.world.disk, reach).readFile(portablePath(file, reach.roots[0]));
    if (!reading.ok) return refused(inEnglish(describeFileFailure({ ...reading.failure, path: file })));
    const text = format(parse(reading.value));
    const value: z.output<typeof formatted> = { version: 1, file, changed: text !== reading.value, text };
    return { ok: true, text: JSON.stringify(value, undefined, 2), value };
  },
});
