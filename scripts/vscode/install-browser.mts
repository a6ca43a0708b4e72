// Finds a Chromium for the workbench and, as root on Debian, installs it with the fonts of the screenshots.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { installPackages } from "../debian-packages.mts";
import { CACHE } from "./paths.mts";

export interface Browser {
  readonly program: string;
  /** What the browser's process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const FONT_PACKAGES = ["fonts-inter", "fonts-jetbrains-mono", "fonts-noto-core", "fonts-liberation"];

/** The same letters on every machine that has the fonts, whatever else is installed there. */
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${preferFont("system-ui", "Inter")}
${preferFont("sans-serif", "Inter")}
${preferFont("monospace", "JetBrains Mono")}
</fontconfig>
`;

/** A Chromium that can be started. Throws with what to do where there is none and none can be installed. */
export function installBrowser(): Browser {
  installPackages([...(findChromium() ? [] : ["chromium"]), ...FONT_PACKAGES]);
  const program = findChromium();
  if (!program) throw new Error(HOW_TO_GET_CHROMIUM);
  return { program, env: { FONTCONFIG_FILE: writeFontConfiguration() } };
}

const HOW_TO_GET_CHROMIUM = [
  "The workbench needs Chromium, and there is none on this machine.",
  `On Debian: sudo apt-get install chromium ${FONT_PACKAGES.join(" ")}`,
  "Elsewhere: name a Chromium or Chrome with CHROMIUM_PATH.",
].join("\n");

function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return named;
  return USUAL_PLACES.find((place) => existsSync(place));
}

function writeFontConfiguration(): string {
  const file = path.join(CACHE, "fonts.conf");
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, FONT_CONFIGURATION);
  return file;
}

function preferFont(family: string, preferred: string): string {
  return `  <match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>${preferred}</string></edit></match>`;
}
