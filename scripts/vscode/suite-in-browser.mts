// Runs the suite in the extension host of the page itself: a web worker, with the bundles for browsers.
import path from "node:path";
import { startHost } from "./host.mts";
import { ROOT } from "./paths.mts";
import { serveFolder } from "./serve-folder.mts";
import { onStage } from "./stage.mts";
import { explain, suiteEnd, type Machine } from "./suite-in-host.mts";
import { reportSuite } from "./suite.mts";
import type { Tally } from "./tally.mts";
import { newPage, openWorkbench, startBrowser } from "./workbench.mts";

/** Runs the bundled suite and prints how each test went. */
export function runSuiteInBrowser(machine: Machine, module: string): Promise<Tally> {
  return onStage(async ({ data, workspace }) => {
    const host = await startHost({ program: machine.host, dataFolder: data, settings: {}, env: {} });
    const web = await serveFolder(ROOT);
    const browser = await startBrowser(machine.browser);
    try {
      // The workbench's own policy lets extensions come from https alone.
      const page = await newPage(browser, { bypassCSP: true });
      const end = suiteEnd(page);
      const tests = new URL(path.relative(ROOT, module).replaceAll("\\", "/"), web.url);
      await openWorkbench(page, host, { folder: workspace, extensions: [web.url], tests });
      await end.catch((error: unknown) => explain(page, host.log(), error));
      return reportSuite(path.join(workspace, "suite-result.json"));
    } finally {
      await browser.close();
      web.stop();
      await host.stop();
    }
  });
}
