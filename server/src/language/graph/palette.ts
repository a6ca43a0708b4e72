// The colours of a drawing: the editor's own variables, or literals for a file that stands alone.

export interface Palette {
  readonly page: string;
  readonly card: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  readonly chip: string;
  readonly chipLine: string;
  readonly font: string;
  readonly tones: Readonly<Record<Tone, ToneColours>>;
  readonly required: string;
}

/** What a colour stands for. */
export type Tone = "start" | "quiet" | "manual" | "visual" | "when" | "cycle" | "error" | "warning";

export interface ToneColours {
  /** For lines and edges of cards. */
  readonly line: string;
  /** For words on the card, the page or the tint. */
  readonly text: string;
  /** Behind words of this tone. */
  readonly tint: string;
}

export type ThemeName = "editor" | "light" | "dark" | "high-contrast" | "high-contrast-light";

const SANS_SERIF = 'Helvetica, Arial, "Liberation Sans", sans-serif';

const light: Palette = {
  page: "#ffffff",
  card: "#f8f8f8",
  border: "#d5d5d5",
  text: "#2b2b2b",
  muted: "#5f5f5f",
  chip: "#ececec",
  chipLine: "#ececec",
  font: SANS_SERIF,
  required: "#4a4a4a",
  tones: {
    start: { line: "#2c8a3f", text: "#1f6b2f", tint: "#e3f3e6" },
    quiet: { line: "#8a8a8a", text: "#5f5f5f", tint: "#f1f1f1" },
    manual: { line: "#b97f00", text: "#7a5200", tint: "#fbf0d9" },
    visual: { line: "#7d4fc4", text: "#6438a8", tint: "#f0e9fa" },
    when: { line: "#1a6fc4", text: "#0b559f", tint: "#ffffff" },
    cycle: { line: "#b97f00", text: "#7a5200", tint: "#fffaf0" },
    error: { line: "#d3302f", text: "#ad1f1f", tint: "#fdeaea" },
    warning: { line: "#b97f00", text: "#7a5200", tint: "#fbf0d9" },
  },
};

const dark: Palette = {
  page: "#1f1f1f",
  card: "#292929",
  border: "#454545",
  text: "#e2e2e2",
  muted: "#a8a8a8",
  chip: "#383838",
  chipLine: "#383838",
  font: SANS_SERIF,
  required: "#b5b5b5",
  tones: {
    start: { line: "#5fae67", text: "#8fd896", tint: "#24382a" },
    quiet: { line: "#7f7f7f", text: "#a8a8a8", tint: "#2f2f2f" },
    manual: { line: "#c9982f", text: "#e5bd62", tint: "#3d3320" },
    visual: { line: "#a07bdb", text: "#c3a8ee", tint: "#352d45" },
    when: { line: "#4c9fe8", text: "#7dbcf2", tint: "#1f1f1f" },
    cycle: { line: "#d0a02f", text: "#e5bd62", tint: "#2b271d" },
    error: { line: "#f14c4c", text: "#ff8f8f", tint: "#452727" },
    warning: { line: "#d0a02f", text: "#e5bd62", tint: "#3d3320" },
  },
};

const highContrast: Palette = {
  page: "#000000",
  card: "#000000",
  border: "#6fc3df",
  text: "#ffffff",
  muted: "#d4d4d4",
  chip: "#000000",
  chipLine: "#d4d4d4",
  font: SANS_SERIF,
  required: "#ffffff",
  tones: everyTint("#000000", {
    start: "#7be38a",
    quiet: "#d4d4d4",
    manual: "#ffd24d",
    visual: "#d8b6ff",
    when: "#6fc3ff",
    cycle: "#ffd24d",
    error: "#ff8080",
    warning: "#ffd24d",
  }),
};

const highContrastLight: Palette = {
  page: "#ffffff",
  card: "#ffffff",
  border: "#0f4a85",
  text: "#000000",
  muted: "#292929",
  chip: "#ffffff",
  chipLine: "#292929",
  font: SANS_SERIF,
  required: "#000000",
  tones: everyTint("#ffffff", {
    start: "#0b5c1c",
    quiet: "#292929",
    manual: "#6b4700",
    visual: "#52249c",
    when: "#0f4a85",
    cycle: "#6b4700",
    error: "#a10000",
    warning: "#6b4700",
  }),
};

/** Mixed with the foreground, so that words in a theme's charts colours can be read in every theme. */
const editor: Palette = {
  page: "var(--vscode-editor-background)",
  card: "var(--vscode-editorWidget-background)",
  border:
    "var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-foreground) 24%, var(--vscode-editor-background)))",
  text: "var(--vscode-editor-foreground)",
  muted: "color-mix(in srgb, var(--vscode-descriptionForeground) 85%, var(--vscode-editor-foreground))",
  chip: "color-mix(in srgb, var(--vscode-foreground) 9%, var(--vscode-editorWidget-background))",
  chipLine: "var(--vscode-contrastBorder, transparent)",
  font: "var(--vscode-font-family)",
  required: "color-mix(in srgb, var(--vscode-editor-foreground) 75%, var(--vscode-editor-background))",
  tones: {
    start: editorTone("var(--vscode-charts-green)"),
    quiet: {
      line: "color-mix(in srgb, var(--vscode-descriptionForeground) 75%, var(--vscode-editor-background))",
      text: "color-mix(in srgb, var(--vscode-descriptionForeground) 85%, var(--vscode-editor-foreground))",
      tint: "var(--vscode-editor-background)",
    },
    manual: editorTone("var(--vscode-charts-yellow)"),
    visual: editorTone("var(--vscode-charts-purple)"),
    when: { ...editorTone("var(--vscode-textLink-foreground)"), tint: "var(--vscode-editor-background)" },
    cycle: {
      ...editorTone("var(--vscode-editorWarning-foreground)"),
      tint: "var(--vscode-editor-background)",
    },
    error: editorTone("var(--vscode-editorError-foreground)"),
    warning: editorTone("var(--vscode-editorWarning-foreground)"),
  },
};

/** The colours of each theme; `editor` takes whatever theme the editor has. */
export const palettes = {
  editor,
  light,
  dark,
  "high-contrast": highContrast,
  "high-contrast-light": highContrastLight,
} as const satisfies Record<ThemeName, Palette>;

function editorTone(colour: string): ToneColours {
  return {
    line: colour,
    text: `color-mix(in srgb, ${colour} 52%, var(--vscode-editor-foreground))`,
    tint: `color-mix(in srgb, ${colour} 12%, var(--vscode-editorWidget-background))`,
  };
}

function everyTint(tint: string, colours: Readonly<Record<Tone, string>>): Palette["tones"] {
  const tone = (colour: string): ToneColours => ({ line: colour, text: colour, tint });
  return {
    start: tone(colours.start),
    quiet: tone(colours.quiet),
    manual: tone(colours.manual),
    visual: tone(colours.visual),
    when: tone(colours.when),
    cycle: tone(colours.cycle),
    error: tone(colours.error),
    warning: tone(colours.warning),
  };
}
