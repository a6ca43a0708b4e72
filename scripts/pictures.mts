// Makes the pictures of the README and the walkthrough: `node scripts/pictures.mts`, after `npm run build` and `npm run test:vscode -- --journeys`.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { installBrowser } from "./vscode/install-browser.mts";
import { SCREENSHOTS } from "./vscode/paths.mts";
import { startBrowser } from "./vscode/workbench.mts";

const IMAGES = "docs/images";
const STEP_IMAGES = "images/walkthrough";

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The window at a step of a journey, and what the README calls it. */
const WINDOWS = [
  ["first-upload/dark/5-from-card-to-source.png", "editor-dark.png"],
  ["first-upload/light/1-mistake.png", "finding-light.png"],
  ["first-upload/dark/2-completion.png", "completion-dark.png"],
] as const;

/** A step of the walkthrough, the window that shows it, and the part of that which is looked at. */
const STEPS = [
  { name: "write", window: "2-completion.png", part: { x: 354, y: 300, width: 640, height: 270 } },
  { name: "check", window: "1-mistake.png", part: { x: 354, y: 300, width: 870, height: 250 } },
  { name: "see", window: "5-from-card-to-source.png", part: { x: 354, y: 38, width: 1040, height: 700 } },
  { name: "upload", window: "6-plan.png", part: { x: 424, y: 290, width: 552, height: 320 } },
] as const;

/** What VS Code calls the kinds of themes, and what the journeys do. */
const THEMES = {
  dark: "dark",
  light: "light",
  hc: "high-contrast",
  hcLight: "high-contrast-light",
} as const;

/** What a newcomer types, in the folder of the examples. */
const COMMANDS = [
  "objectives check dental-intake-with-a-mistake.objectives",
  "objectives check dental-intake.objectives",
  "objectives push dental-intake.objectives --yes",
  "objectives push dental-intake.objectives --yes",
];

const STYLE = `
body { margin: 0; background: #1f1f1f }
pre { margin: 0; padding: 22px 26px; background: #1f1f1f; color: #cccccc; font: 13.5px/1.5 "JetBrains Mono", "DejaVu Sans Mono", monospace; width: 888px; white-space: pre-wrap; font-variant-ligatures: none }
b { color: #ffffff } .c1 { font-weight: bold } .c2 { color: #9d9d9d } .c31, .c91 { color: #f48771 } .c32 { color: #89d185 } .c33 { color: #e2c08d }
.c34 { color: #6cb6ff } .c35 { color: #d2a8ff } .c36 { color: #4ec9d4 } .c90 { color: #9d9d9d }`;

mkdirSync(IMAGES, { recursive: true });
for (const [from, to] of WINDOWS) copyFileSync(path.join(SCREENSHOTS, from), path.join(IMAGES, to));
const browser = await startBrowser(installBrowser());
await cutSteps(browser);
await photographTerminal(
  browser,
  COMMANDS.map((command) => ({ command, output: onATerminal(command) })),
);
await browser.close();
// What the terminal's upload left behind would be taken for the reader's own by the next journey.
rmSync("examples/.objectives", { recursive: true, force: true });

async function cutSteps(browser: Browser): Promise<void> {
  mkdirSync(STEP_IMAGES, { recursive: true });
  for (const [theme, folder] of Object.entries(THEMES))
    for (const { name, window, part } of STEPS) {
      const from = path.join(SCREENSHOTS, "first-upload", folder, window);
      await cut(browser, from, part, path.join(STEP_IMAGES, `${name}-${theme}.png`));
    }
}

/** Saves a part of a picture as one of its own. */
async function cut(browser: Browser, from: string, part: Clip, to: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const data = readFileSync(from).toString("base64");
  await page.setContent(`<style>body { margin: 0 }</style><img src="data:image/png;base64,${data}">`);
  await page.locator("img").waitFor();
  await page.screenshot({ path: to, clip: part });
  await page.close();
}

/** What the command prints to a terminal of 100 columns, with its colours; `script` lends it one. */
function onATerminal(command: string): string {
  const program = command.replace("objectives", `"${process.execPath}" "${path.resolve("dist/cli.js")}"`);
  const { stdout } = spawnSync("script", ["-qec", `stty cols 100; ${program}`, "/dev/null"], {
    cwd: "examples",
    encoding: "utf8",
  });
  return stdout;
}

async function photographTerminal(
  browser: Browser,
  steps: readonly { readonly command: string; readonly output: string }[],
): Promise<void> {
  const lines = steps.map(
    ({ command, output }) => `<b>$ ${escaped(command)}</b>\n${coloured(output.trim())}\n`,
  );
  const page = await browser.newPage({ viewport: { width: 940, height: 100 }, deviceScaleFactor: 2 });
  await page.setContent(`<style>${STYLE}</style><pre>${lines.join("\n")}</pre>`);
  await page.locator("pre").screenshot({ path: path.join(IMAGES, "terminal.png") });
  await page.close();
}

/** The escapes that colour a terminal as spans; those that move its cursor leave only what is seen at the end. */
function coloured(output: string): string {
  const seen = output
    .replace(/\r\n/g, "\n")
    .replace(/^.*\r/gm, "")
    .replace(/\u001b\[[0-9;?]*[A-LN-Za-ln-z]/g, "");
  let open = 0;
  const marked = escaped(seen).replace(/\u001b\[([0-9;]*)m/g, (_, codes: string) => {
    const ends = codes === "" || ["0", "22", "39"].includes(codes);
    const closing = ends && open > 0 ? "</span>" : "";
    open += ends ? -Math.sign(open) : 1;
    return ends
      ? closing
      : `<span class="${codes
          .split(";")
          .map((code) => `c${code}`)
          .join(" ")}">`;
  });
  return marked + "</span>".repeat(open);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
