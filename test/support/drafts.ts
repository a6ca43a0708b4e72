// Programs that are right and hang together, as drafts in which a mistake can be made, and the ways of writing them down.
import fc from "fast-check";

/** A declaration's lines as somebody might write them; nothing of it need be right. */
export interface ObjectiveDraft {
  /** Comment lines. */
  readonly above: readonly string[];
  /** As written. */
  readonly name: string;
  /** What stands between the braces; further lines of one are indented as its first is. */
  readonly properties: readonly string[];
  readonly edges: readonly string[];
  readonly close: string;
}

export interface Draft {
  readonly params: readonly string[];
  readonly defaults: readonly (readonly string[])[];
  readonly objectives: readonly ObjectiveDraft[];
  /** Whole declarations behind the objectives. */
  readonly rest: readonly string[];
}

const NAMES = ["greet", "ask_name", "ask_reason", "check_order", "make_offer", "wrap_up", "say_goodbye"];

const PROMPTS = [
  'prompt "Ask for the name."',
  'prompt "Say \\"hello\\" to ${brand} for \\$5."',
  'prompt """\n  Ask for the reason,\n    and why.\n\n  Be brief.\n  """',
  'prompt """>\n  Tell the caller what happens\n  next.\n\n  Thank them.\n  """',
];

const PROPERTIES = [
  "collect caller_name, call_reason",
  "confirm manual",
  "modality visual",
  'callback "https://example.com/hook"',
  'meta owner "Ana"',
];

const CONDITIONS = [
  "The caller is busy",
  "The caller is new",
  "The caller has an order",
  "The price is right",
];

/** Every objective leads to the next one, and perhaps to later ones, so that there is one start and no circle. */
function edgesFrom(index: number, count: number, choice: number): readonly string[] {
  const next = NAMES[index + 1] ?? "";
  const later = NAMES[index + 2 + (choice % 3)] ?? "";
  if (index + 1 >= count) return [];
  const hasLater = NAMES.indexOf(later) >= 0 && NAMES.indexOf(later) < count;
  if (!hasLater || choice % 2 === 0) return [`-> ${next}`];
  return [`-> ${later} when "${CONDITIONS[choice % CONDITIONS.length]}"`, `-> ${next} otherwise`];
}

const objectives: fc.Arbitrary<readonly ObjectiveDraft[]> = fc
  .array(
    fc.record({
      prompt: fc.constantFrom(...PROMPTS),
      properties: fc.subarray(PROPERTIES, { maxLength: 3 }),
      choice: fc.nat(11),
      above: fc.constantFrom([], [], [], ["// What comes first."], ["/// *Says* what.", "/// And more."]),
    }),
    { minLength: 3, maxLength: NAMES.length },
  )
  .map((items) =>
    items.map(({ prompt, properties, choice, above }, index) => ({
      above,
      name: NAMES[index] ?? "",
      properties: [prompt, ...properties],
      edges: edgesFrom(index, items.length, choice),
      close: "}",
    })),
  );

/** A set without any error. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  params: fc.constant(['param brand = "Acme"']),
  defaults: fc.constantFrom([], [["confirm auto"]], [["confirm auto", 'callback "https://example.com"']]),
  objectives,
  rest: fc.constantFrom([], ['scenario "Short" {\n  greet\n}']),
});

/** How a draft is written down. */
export interface Writing {
  readonly lineBreak: string;
  readonly indentation: string;
  /** Of every so many objectives one stands on one line, where it can. */
  readonly oneLine: number;
  /** Of every so many items one has a comment behind it, or above it. */
  readonly comments: number;
  /** From which objective on they stand in a fragment; beyond the last: none does. */
  readonly fragment: number;
  readonly end: string;
}

export const anyWriting: fc.Arbitrary<Writing> = fc.record({
  lineBreak: fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"),
  indentation: fc.constantFrom("  ", "  ", "    ", "\t"),
  oneLine: fc.constantFrom(1, 2, 99, 99),
  comments: fc.constantFrom(2, 3, 99, 99, 99),
  fragment: fc.constantFrom(2, 99, 99, 99),
  end: fc.constantFrom("\n", "\n", "", "\n\n"),
});

/** The draft as a fixture. */
export function fixtureFrom(draft: Draft, writing: Writing): string {
  const { params, defaults, rest } = draft;
  const written = draft.objectives.map((it, index) => objectiveText(it, index, writing));
  const own = written.slice(0, writing.fragment);
  const others = written.slice(writing.fragment);
  const opening = ['objectives "Draft"', ...(others.length > 0 ? ['include "./part.objectives"'] : [])];
  const blocks = defaults.map((lines, index) => block("defaults", lines, index, writing));
  const main = [...opening, ...(params.length > 0 ? [params.join("\n")] : []), ...blocks, ...own, ...rest];
  const fragment = others.length > 0 ? `// part.objectives\n${fileOf(others, writing)}` : "";
  const before = fragment === "" || writing.end.includes("\n") ? "" : "\n";
  return fileOf(main, writing) + before + fragment;
}

function fileOf(declarations: readonly string[], { lineBreak, end }: Writing): string {
  return (declarations.join("\n\n") + end).replaceAll("\n", lineBreak);
}

function objectiveText(
  { above, name, properties, edges, close }: ObjectiveDraft,
  index: number,
  writing: Writing,
): string {
  const items = edges.length > 1 ? [...properties, "", ...edges] : [...properties, ...edges];
  const written = block(`objective ${name}`, items, index, writing);
  return [...above, written.replace(/\}$/, close)].join("\n");
}

function block(head: string, items: readonly string[], index: number, writing: Writing): string {
  const canBeLine = items.every((it) => !/[\n#]|\/\/ |\/\*/.test(it));
  if (canBeLine && index % writing.oneLine === writing.oneLine - 1)
    return [`${head} {`, ...items.filter((it) => it !== ""), "}"].join(" ");
  const lines = items.flatMap((item, place) => itemLines(item, place, writing));
  return [`${head} {`, ...lines, "}"].join("\n");
}

function itemLines(item: string, place: number, { indentation, comments }: Writing): readonly string[] {
  if (item === "") return [""];
  const lines = item.split("\n").map((line) => (line === "" ? "" : indentation + line));
  if (place % comments !== comments - 1 || /#|\/\/ |\/\*/.test(item)) return lines;
  return place % 2 === 0
    ? [`${indentation}// Why.`, ...lines]
    : [...lines.slice(0, -1), `${lines.at(-1)} // Why.`];
}
