// The picture: what is in it, that no text can break it, and that every word in it can be read.
import { Window } from "happy-dom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { palettes, type Palette, type ThemeName } from "../../../server/src/language/graph/palette.ts";
import { anyString } from "../../support/generators.ts";
import { colourIn, editorThemes } from "./editor-themes.ts";
import { drawn, edge, GRAPH_LAW, node, refusingEngine, view, viewOf } from "./drawn.ts";

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "]]>",
  '"><image href=x onerror=alert(1)>',
  "&amp;&#0;&bogus;",
  "\u202egnp.exe\u2066",
  "\0\x01\x1b[31m\x7f\x85",
  "\ud800 lone \udc00",
  "\ufffe\uffff\ufeff",
  "--> <!-- <![CDATA[",
  "${7*7} {{x}} `y`",
  "e" + "\u0301".repeat(500),
  "n".repeat(10_000),
];

describe("a picture", () => {
  test("of two objectives", async () => {
    const { svg } = await drawn(
      view(
        [
          node("greet", { isStart: true, variables: ["name"], confirmation: "manual" }),
          node("close", { isEnd: true, modality: "visual" }),
        ],
        [edge("greet", "close", { condition: "If all is said" })],
      ),
    );
    expect(`\n${svg.replaceAll("><", ">\n<")}\n`).toMatchInlineSnapshot(`
      "
      <svg xmlns="http://www.w3.org/2000/svg" width="312" height="365" viewBox="-32 -32 312 365" class="graph" role="group" aria-label="Flow of Example: 2 objectives, 1 edge" font-family="Helvetica, Arial, &quot;Liberation Sans&quot;, sans-serif" font-size="12" fill="#2b2b2b">
      <rect x="-32" y="-32" width="312" height="365" fill="#ffffff"/>
      <g class="edges" fill="none" stroke-width="1.5">
      <g class="edge when" data-edge="0" stroke="#1a6fc4">
      <title>greet → close
      when If all is said</title>
      <path d="M124,107L124,187" stroke-dasharray="5 4"/>
      <path d="M124,194L120,186L128,186Z" fill="#1a6fc4" stroke="none"/>
      <g class="pill">
      <rect x="87.5" y="139.5" width="72" height="22" rx="11" fill="#ffffff" stroke-width="1"/>
      <g font-size="11" fill="#0b559f" stroke="none" text-anchor="middle" class="words">
      <text x="123.5" y="154">If all is said</text>
      </g>
      </g>
      </g>
      </g>
      <g class="nodes">
      <g class="node objective" data-node="0" transform="translate(0,0)" role="img" aria-label="greet, start, confirmed by the participant. Leads to close when If all is said">
      <title>greet
      Do greet.
      Collects name</title>
      <rect class="box" x="0.5" y="0.5" width="247" height="106" rx="6" fill="#f8f8f8" stroke="#2c8a3f" stroke-width="1.5"/>
      <g class="words">
      <text x="14" y="34" font-size="13" font-weight="600">greet</text>
      <g fill="#5f5f5f" class="prompt">
      <text x="14" y="55">Do greet.</text>
      </g>
      </g>
      <g class="badges" font-size="11">
      <g class="badge manual">
      <rect x="14.5" y="68.5" width="64" height="17" rx="8.5" fill="#fbf0d9" stroke="#b97f00"/>
      <path d="M21,77l3,3.2l6,-6.6" fill="none" stroke="#7a5200" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>
      <text x="53.5" y="80.75" fill="#7a5200" text-anchor="middle">manual</text>
      </g>
      <g class="badge variable">
      <rect x="84.5" y="68.5" width="41" height="17" rx="8.5" fill="#ececec" stroke="#ececec"/>
      <text x="105" y="80.75" fill="#5f5f5f" text-anchor="middle">name</text>
      </g>
      </g>
      <g class="mark">
      <rect x="12.5" y="-7.5" width="47" height="15" rx="7.5" fill="#1f6b2f" stroke="#1f6b2f"/>
      <text x="36.3" y="3.4" fill="#ffffff" font-size="9.5" font-weight="600" letter-spacing="0.6" text-anchor="middle">START</text>
      </g>
      </g>
      <g class="node objective" data-node="1" transform="translate(0,194)" role="img" aria-label="close, end, visual">
      <title>close
      Do close.</title>
      <rect class="box" x="0.5" y="0.5" width="247" height="106" rx="6" fill="#f8f8f8" stroke="#d5d5d5" stroke-width="1"/>
      <g class="words">
      <text x="14" y="34" font-size="13" font-weight="600">close</text>
      <g fill="#5f5f5f" class="prompt">
      <text x="14" y="55">Do close.</text>
      </g>
      </g>
      <g class="badges" font-size="11">
      <g class="badge visual">
      <rect x="14.5" y="68.5" width="56" height="17" rx="8.5" fill="#f0e9fa" stroke="#7d4fc4"/>
      <circle cx="26" cy="77" r="4.2" fill="none" stroke="#6438a8" stroke-width="1.4"/>
      <circle cx="26" cy="77" r="1.6" fill="#6438a8"/>
      <text x="49.5" y="80.75" fill="#6438a8" text-anchor="middle">visual</text>
      </g>
      </g>
      <g class="mark">
      <rect x="198.5" y="99.5" width="37" height="15" rx="7.5" fill="#f8f8f8" stroke="#d5d5d5"/>
      <text x="217.3" y="110.4" fill="#5f5f5f" font-size="9.5" font-weight="600" letter-spacing="0.6" text-anchor="middle">END</text>
      </g>
      </g>
      </g>
      </svg>
      "
    `);
  });

  test.each(HOSTILE)("is whole whatever a text says: %j", async (text) => {
    const names = { name: text, prompt: text, variables: [text, text] };
    const nodes = [node(text, names), node("b", names)];
    await checkWhole(view(nodes, [edge(text, "b", { condition: text })]), [text]);
  });

  test("is whole whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(anyString, anyString, async (name, prompt) => {
        const nodes = [node("a", { name, prompt, variables: [name] }), node("b")];
        await checkWhole(view(nodes, [edge("a", "b", { condition: prompt })]), [name, prompt]);
      }),
      GRAPH_LAW,
    );
  });

  test("that is broken would be found out", () => {
    const errors = ["<svg><g></svg>", "<svg>&bogus;</svg>", '<svg a="<"/>'].map((svg) => parseError(svg));
    expect(errors.filter((error) => error === undefined)).toEqual([]);
  });

  test("is plain, but there, where the engine fails", async () => {
    const { svg, layout, nodes } = await drawn(view([node("a"), node("b")], [edge("a", "b")]), {
      engine: refusingEngine,
    });
    expect([layout, nodes.length]).toEqual(["plain", 2]);
    expect(svg).toContain('data-node="1"');
  });

  test("of nothing says so", async () => {
    expect((await drawn(viewOf(""))).svg).toContain("No objectives yet");
  });

  test("tells those who hear it what each node is and where it leads", async () => {
    const { nodes } = await drawn(
      viewOf(`objective greet { collect x, x confirm manual -> close when "all is said" -> gone otherwise }
objective close { prompt "Close." modality visual }`),
    );
    expect(nodes.map(({ description }) => description)).toMatchInlineSnapshot(`
      [
        "greet, start, confirmed by the participant, 2 errors. Leads to close when all is said; gone otherwise",
        "close, end, visual",
        "gone, does not exist",
      ]
    `);
  });

  test("is the same, byte for byte, for the same text", async () => {
    const text =
      'objective a { prompt "A" -> b -> c when "x" }\nobjective b { prompt "B" -> c }\nobjective c { prompt "C" }';
    expect((await drawn(viewOf(text))).svg).toBe((await drawn(viewOf(text))).svg);
  });

  test("has colours of its own in a file and the editor's in the editor", async () => {
    const graph = viewOf('objective a { prompt "A" -> b when "x" }\nobjective b { prompt "B" }');
    expect((await drawn(graph, { theme: "dark" })).svg).not.toContain("var(");
    expect((await drawn(graph, { theme: "editor" })).svg).not.toMatch(/#[0-9a-f]{3,6}\b/i);
  });
});

describe("words can be read", () => {
  const themes = [
    "light",
    "dark",
    "high-contrast",
    "high-contrast-light",
  ] as const satisfies readonly ThemeName[];

  test.each(themes)("in the theme %s", (theme) => {
    expect(hardToRead(palettes[theme])).toEqual([]);
  });

  test.each(Object.entries(editorThemes))("in the editor's theme %s", (_, theme) => {
    expect(hardToRead(palettes.editor, (colour) => colourIn(theme, colour))).toEqual([]);
  });

  test.each(themes)("and lines seen in the theme %s", (theme) => {
    const { page, required, tones } = palettes[theme];
    const lines = [required, ...Object.values(tones).map(({ line }) => line)];
    expect(lines.filter((line) => contrast(line, page) < 3)).toEqual([]);
  });

  test("black on white more than grey on grey", () => {
    expect([contrast("#000000", "#ffffff"), contrast("#777777", "#777777")]).toEqual([21, 1]);
  });
});

/** One root, no element or attribute that a text made, no character that XML forbids, and none that reorders. */
async function checkWhole(graph: Parameters<typeof drawn>[0], texts: readonly string[]): Promise<void> {
  const { svg } = await drawn(graph);
  expect(svg).not.toMatch(FORBIDDEN);
  expect(parseError(svg), texts.join("\n")).toBeUndefined();
  const parsed = new DOMParser().parseFromString(svg, "application/xml");
  const elements = [parsed.documentElement, ...parsed.querySelectorAll("*")];
  const known = /^(svg|g|path|rect|circle|text|title)$/;
  expect(elements.map(({ localName }) => localName).filter((name) => !known.test(name))).toEqual([]);
  const attributes = elements.flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => /^on|^style$|href|^id$/.test(name))).toEqual([]);
}

function parseError(svg: string): string | undefined {
  if (svg.replaceAll(TAG, "").replaceAll(ENTITY, "").search(/[<>&]/) >= 0) return "not well-formed";
  const parsed = new DOMParser().parseFromString(svg, "application/xml");
  return parsed.querySelector("parsererror")?.textContent;
}

const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const TAG = /<\/?[a-z]+(?: [\w:-]+="(?:[^"<&]|&(?:amp|lt|gt|quot|#39);)*")*\/?>/g;

const { DOMParser } = new Window();
const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** The pairs of words and ground whose contrast is below WCAG's 4.5. */
function hardToRead(palette: Palette, seen = (colour: string) => colour): readonly string[] {
  const { page, card, chip, text, muted, tones } = palette;
  const pairs = [
    ...[card, page].flatMap((ground) => [[text, ground] as const, [muted, ground] as const]),
    [muted, chip] as const,
    [page, tones.start.text] as const,
    ...Object.values(tones).map((tone) => [tone.text, tone.tint] as const),
  ];
  return pairs.flatMap(([words, ground]) => {
    const ratio = contrast(seen(words), seen(ground));
    return ratio < 4.5 ? [`${ratio.toFixed(2)}: ${words} on ${ground}`] : [];
  });
}

/** The contrast of WCAG 2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
