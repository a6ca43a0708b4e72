// Runs the journeys of test/vscode/journeys: each drives the whole workbench, in several themes, with screenshots.
import { globSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { installExtension, startHost } from "./host.mts";
import { SCREENSHOTS, TESTS } from "./paths.mts";
import { onStage } from "./stage.mts";
import type { Machine } from "./suite-in-host.mts";
import { sum, type Tally } from "./tally.mts";
import { newPage, openWorkbench, startBrowser } from "./workbench.mts";

/** What a module `*.journey.mts` exports. */
export interface Journey {
  readonly title: string;
  /** Without a word about it, in dark and in light. */
  readonly themes?: readonly (keyof typeof THEMES)[];
  /** That VS Code is in; its own words stay English, for they would come from a language pack. */
  readonly language?: string;
  /** Of the traveller, beside the theme. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly travel: (traveller: Traveller) => Promise<void>;
}

export interface Traveller {
  readonly page: Page;
  /** The folder that the workbench shows. */
  readonly workspace: string;
  /** Takes a picture of the whole window; pictures are numbered in their order. */
  readonly picture: (name: string) => Promise<void>;
}

/** One way through the workbench: a journey in a theme. */
interface Trip {
  readonly journey: Journey;
  readonly theme: keyof typeof THEMES;
  /** The folder of its pictures. */
  readonly pictures: string;
}

const THEMES = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  "high contrast": "Default High Contrast",
  "high contrast light": "Default High Contrast Light",
} as const;

/** Runs every journey with the packed extension installed, once a theme. */
export async function runJourneys(machine: Machine, vsix: string): Promise<Tally> {
  rmSync(SCREENSHOTS, { recursive: true, force: true });
  const tallies: Tally[] = [];
  for (const file of globSync(path.join(TESTS, "journeys", "*.journey.mts")).toSorted()) {
    const journey = (await import(pathToFileURL(file).href)) as Journey;
    for (const theme of journey.themes ?? (["dark", "light"] as const)) {
      const name = theme.replaceAll(" ", "-");
      const pictures = path.join(SCREENSHOTS, path.basename(file, ".journey.mts"), name);
      tallies.push(await makeTrip(machine, vsix, { journey, theme, pictures }));
    }
  }
  return sum(tallies);
}

function makeTrip(machine: Machine, vsix: string, trip: Trip): Promise<Tally> {
  mkdirSync(trip.pictures, { recursive: true });
  return onStage(async ({ data, workspace }) => {
    installExtension(machine.host, data, vsix);
    const settings = { ...trip.journey.settings, "workbench.colorTheme": THEMES[trip.theme] };
    const host = await startHost({ program: machine.host, dataFolder: data, settings, env: {} });
    const browser = await startBrowser(machine.browser);
    try {
      const page = await newPage(browser);
      await emulateSystem(page, trip.theme);
      await page.addInitScript(setLanguage, trip.journey.language ?? "en");
      await openWorkbench(page, host, { folder: workspace, extensions: [] });
      return await travel(trip, { page, workspace, picture: numberedPictures(page, trip.pictures) });
    } finally {
      await browser.close();
      await host.stop();
    }
  });
}

/** Runs in the page: where VS Code looks for its language. */
function setLanguage(language: string): void {
  (globalThis as { _VSCODE_NLS_LANGUAGE?: string })._VSCODE_NLS_LANGUAGE = language;
}

/** VS Code takes a theme of high contrast only where the system wants one. */
async function emulateSystem(page: Page, theme: Trip["theme"]): Promise<void> {
  if (!theme.startsWith("high contrast")) return;
  await page.emulateMedia({
    forcedColors: "active",
    colorScheme: theme.endsWith("light") ? "light" : "dark",
  });
}

async function travel({ journey, theme, pictures }: Trip, traveller: Traveller): Promise<Tally> {
  try {
    await journey.travel(traveller);
    console.log(`  ✔ ${journey.title} (${theme})`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(`  ✘ ${journey.title} (${theme})\n`, error);
    await pictureFailure(traveller.page, pictures);
    return { passed: 0, failed: 1 };
  }
}

/** The window as it failed, then with what it notified of: a message may have come and gone. */
async function pictureFailure(page: Page, folder: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, "failure.png") });
  await page.locator('.statusbar-item[id="status.notifications"]').click();
  await page.screenshot({ path: path.join(folder, "failure-notifications.png") });
}

function numberedPictures(page: Page, folder: string): Traveller["picture"] {
  let count = 0;
  return async (name) => {
    count += 1;
    // What fades in is shown as it will be.
    await page.screenshot({ path: path.join(folder, `${count}-${name}.png`), animations: "disabled" });
  };
}
