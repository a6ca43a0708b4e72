// `objectives graph`: the flow of a set as a picture, as Mermaid text, or as data.
import { counted } from "../../language/text/counted.ts";
import { drawGraph } from "../../language/graph/draw.ts";
import { newLayoutMemory } from "../../language/graph/layout.ts";
import { graphJson } from "../../language/graph/json.ts";
import { graphMermaid } from "../../language/graph/mermaid.ts";
import type { GraphView } from "../../language/graph/view.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import { graphView } from "../../language/graph/view.ts";
import type { Call, CommandSpec } from "../command.ts";
import { OUTPUT_OPTION, textOf, wordOf } from "../options.ts";
import type { ExitCode } from "../exit-code.ts";
import { EXIT } from "../exit-code.ts";
import type { LoadedSet } from "../loaded-set.ts";
import { namedSet } from "../named-set.ts";
import { PARAM_OPTION } from "../params.ts";
import { withProgress } from "../progress.ts";
import { deliver } from "../result-file.ts";
import type { Session } from "../session.ts";
import { complain, note } from "../session.ts";

const FORMATS = ["svg", "mermaid", "json"] as const;
const THEMES = ["light", "dark"] as const;
/** Names that promise a picture of another kind; SVG under such a name opens nowhere. */
const OTHER_PICTURES = /\.(?:png|jpe?g|gif|webp|bmp|pdf)$/i;

export const graphCommand: CommandSpec = {
  name: "graph",
  operands: [{ form: "<file>", doc: "the set, or -" }],
  summary: "draw the flow of a set",
  details:
    "Draws the flow of a set as an SVG picture, or writes it as Mermaid text for a README or as JSON. Half-written sets are drawn as far as they go.",
  options: [
    OUTPUT_OPTION,
    {
      form: "--format <format>",
      doc: "what to write; without it, what the output's name says, else svg",
      value: FORMATS,
    },
    { form: "--theme <theme>", doc: "the picture's colours", value: THEMES },
    PARAM_OPTION,
  ],
  examples: [
    "objectives graph intake.objectives -o intake.svg",
    "objectives graph intake.objectives -o intake.svg --theme dark",
    "objectives graph intake.objectives --format mermaid",
    "objectives graph intake.objectives --json",
  ],
  run: runGraph,
};

async function runGraph({ session, operands: [file = ""], options }: Call): Promise<ExitCode> {
  const output = textOf(options, "output");
  if (output !== undefined && OTHER_PICTURES.test(output)) {
    complain(session, `${output} cannot be written: pictures are SVG. Name a file that ends in .svg.`);
    return EXIT.wrongUse;
  }
  const set = await namedSet(session, file, options);
  if (set === undefined) return EXIT.wrongUse;
  sayErrors(session, set);
  const format = wordOf(options, "format", FORMATS) ?? formatFor(session, output);
  const view = graphView(set.check.model, set.findings);
  const text = await write(session, view, format, wordOf(options, "theme", THEMES) ?? "light");
  return (await deliver(session, text, { output, source: set.input.path })) === "delivered"
    ? EXIT.done
    : EXIT.wrongUse;
}

function formatFor({ form }: Session, output: string | undefined): (typeof FORMATS)[number] {
  if (form === "json" || output?.endsWith(".json") === true) return "json";
  return output !== undefined && /\.(mmd|mermaid)$/.test(output) ? "mermaid" : "svg";
}

async function write(
  session: Session,
  view: GraphView,
  format: (typeof FORMATS)[number],
  theme: (typeof THEMES)[number],
): Promise<string> {
  switch (format) {
    case "json":
      return graphJson(view, inEnglish);
    case "mermaid":
      return graphMermaid(view);
    case "svg":
      return draw(session, view, theme);
  }
}

async function draw(session: Session, view: GraphView, theme: (typeof THEMES)[number]): Promise<string> {
  const drawing = await withProgress(session, ({ tell }) => {
    tell(0, 1, `placing ${counted(view.nodes.length, "objective")}`);
    return session.world.withLayout((engine) =>
      drawGraph(view, engine, newLayoutMemory(), { theme, words: inEnglish }),
    );
  });
  if (drawing.layout === "plain")
    note(session, "The layout engine gave no answer, so the picture is laid out plainly.");
  return drawing.svg;
}

function sayErrors(session: Session, { input, findings }: LoadedSet): void {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    note(session, `${input.name} has ${counted(errors, "error")}, which \`objectives check\` shows.`);
}
