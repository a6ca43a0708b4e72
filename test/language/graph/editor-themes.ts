// The colours of VS Code's own themes, and what a palette of variables and mixtures comes to in them.

/** The part of each theme that the picture is drawn in. */
export const editorThemes = {
  "Dark Modern": {
    "editor-background": "#1f1f1f",
    "editor-foreground": "#cccccc",
    foreground: "#cccccc",
    descriptionForeground: "#9d9d9d",
    "editorWidget-background": "#202020",
    "charts-green": "#89d185",
    "charts-yellow": "#cca700",
    "charts-purple": "#b180d7",
    "textLink-foreground": "#4daafc",
    "editorWarning-foreground": "#cca700",
    "editorError-foreground": "#f14c4c",
  },
  "Light Modern": {
    "editor-background": "#ffffff",
    "editor-foreground": "#3b3b3b",
    foreground: "#3b3b3b",
    descriptionForeground: "#3b3b3b",
    "editorWidget-background": "#f8f8f8",
    "charts-green": "#388a34",
    "charts-yellow": "#bf8803",
    "charts-purple": "#652d90",
    "textLink-foreground": "#005fb8",
    "editorWarning-foreground": "#bf8803",
    "editorError-foreground": "#e51400",
  },
  "High Contrast": {
    "editor-background": "#000000",
    "editor-foreground": "#ffffff",
    foreground: "#ffffff",
    descriptionForeground: "#b3b3b3",
    "editorWidget-background": "#0c141f",
    contrastBorder: "#6fc3df",
    "charts-green": "#89d185",
    "charts-yellow": "#ffd370",
    "charts-purple": "#b180d7",
    "textLink-foreground": "#21a6ff",
    "editorWarning-foreground": "#ffd370",
    "editorError-foreground": "#f48771",
  },
  "High Contrast Light": {
    "editor-background": "#ffffff",
    "editor-foreground": "#292929",
    foreground: "#292929",
    descriptionForeground: "#5b5b5b",
    "editorWidget-background": "#ffffff",
    contrastBorder: "#0f4a85",
    "charts-green": "#374e06",
    "charts-yellow": "#895503",
    "charts-purple": "#652d90",
    "textLink-foreground": "#0f4a85",
    "editorWarning-foreground": "#895503",
    "editorError-foreground": "#b5200d",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** The colour as `#rrggbb`, with a theme's variables put in and mixtures mixed, as a browser does it. */
export function colourIn(theme: Readonly<Record<string, string>>, colour: string): string {
  const variable = /^var\(--vscode-([\w-]+)(?:, (.*))?\)$/.exec(colour);
  if (variable) return theme[variable[1] ?? ""] ?? colourIn(theme, variable[2] ?? "");
  const mixture = /^color-mix\(in srgb, (.*?) (\d+)%, (.*)\)$/.exec(colour);
  if (!mixture) return colour;
  const [, one = "", share, other = ""] = mixture;
  return mixed(colourIn(theme, one), colourIn(theme, other), Number(share) / 100);
}

function mixed(one: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [first, second] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((first ?? 0) * share + (second ?? 0) * (1 - share));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
