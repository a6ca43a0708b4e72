// Runs the suite in the extension host of the VS Code that comes from the npm registry.
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { installExtension, startHost } from "./host.mts";
import type { Browser } from "./install-browser.mts";
import { SCREENSHOTS } from "./paths.mts";
import { onStage, type Stage } from "./stage.mts";
import { reportSuite, RESULT_VARIABLE, writeCarrier, type Subject } from "./suite.mts";
import type { Tally } from "./tally.mts";
import { newPage, openWorkbench, startBrowser } from "./workbench.mts";

/** A VS Code on this machine and the browser that shows it. */
export interface Machine {
  readonly host: string;
  readonly browser: Browser;
}

const SUITE_LIMIT_MS = 180_000;

/** Runs the bundled suite and prints how each test went. */
export function runSuiteInHost(machine: Machine, module: string, subject: Subject): Promise<Tally> {
  return onStage(async (stage) => {
    const extension = prepare(machine.host, stage, subject);
    const result = path.join(stage.data, "result.json");
    const env = { [RESULT_VARIABLE]: result };
    const host = await startHost({ program: machine.host, dataFolder: stage.data, settings: {}, env });
    const browser = await startBrowser(machine.browser);
    try {
      const page = await newPage(browser);
      const end = suiteEnd(page);
      await openWorkbench(page, host, { folder: stage.workspace, extensions: [extension], tests: module });
      await end.catch((error: unknown) => explain(page, host.log(), error));
      return reportSuite(result);
    } finally {
      await browser.close();
      await host.stop();
    }
  });
}

function prepare(host: string, { data }: Stage, subject: Subject): string {
  if ("unpacked" in subject) return subject.unpacked;
  installExtension(host, data, subject.vsix);
  return writeCarrier(data);
}

/** Resolves when the extension host says that `run` has ended, well or not. */
export async function suiteEnd(page: Page): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const limit = setTimeout(() => reject(new Error("The suite did not end in time.")), SUITE_LIMIT_MS);
  page.once("crash", () => reject(new Error("The workbench crashed.")));
  await page.exposeFunction("codeAutomationExit", () => resolve());
  return promise.finally(() => clearTimeout(limit));
}

/** Prints and pictures why a suite did not end. */
export async function explain(page: Page, log: string, error: unknown): Promise<void> {
  console.error(String(error), `\n${log}`);
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, "suite-failure.png") });
}
