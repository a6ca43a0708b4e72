// Tests the extension inside a real VS Code: `npm run test:vscode [-- --unpacked --vsix --web --journeys --desktop]`.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildExtension, packExtension } from "../package.mts";
import { installBrowser } from "./install-browser.mts";
import { installHost } from "./install-host.mts";
import { runJourneys } from "./journeys.mts";
import { CACHE, ROOT } from "./paths.mts";
import { runSuiteInBrowser } from "./suite-in-browser.mts";
import { runSuiteInHost, type Machine } from "./suite-in-host.mts";
import { findDesktop, runSuiteOnDesktop } from "./suite-on-desktop.mts";
import { bundleBrowserSuite, bundleSuite, type Subject } from "./suite.mts";
import { sayTally, sum, type Tally } from "./tally.mts";

type RunSuite = (subject: Subject) => Promise<Tally>;

const { values: wanted } = parseArgs({
  options: {
    unpacked: { type: "boolean" },
    vsix: { type: "boolean" },
    web: { type: "boolean" },
    journeys: { type: "boolean" },
    /** Insist on the desktop program, also where no screen is seen. */
    desktop: { type: "boolean" },
  },
});
const isAll = !wanted.unpacked && !wanted.vsix && !wanted.web && !wanted.journeys;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  buildExtension();
  mkdirSync(CACHE, { recursive: true });
  const vsix = path.join(CACHE, "objectives.vsix");
  if (isAll || wanted.vsix || wanted.journeys) await packExtension(vsix);

  const tallies: Tally[] = [];
  if (isAll || wanted.unpacked || wanted.vsix) {
    const runSuite = await chooseVSCode(await bundleSuite());
    if (isAll || wanted.unpacked)
      tallies.push(await announced("Suite, unpacked", runSuite({ unpacked: ROOT })));
    if (isAll || wanted.vsix) tallies.push(await announced("Suite, installed .vsix", runSuite({ vsix })));
  }
  if (isAll || wanted.web) {
    const module = await bundleBrowserSuite();
    tallies.push(await announced("Suite, in a browser", runSuiteInBrowser(prepareMachine(), module)));
  }
  if (isAll || wanted.journeys)
    tallies.push(await announced("Journeys", runJourneys(prepareMachine(), vsix)));
  finish(sum(tallies));
}

/** The desktop program where there is a screen and a program; else the host of the npm registry. */
async function chooseVSCode(module: string): Promise<RunSuite> {
  const desktop = await desktopOrWhyNot();
  if ("program" in desktop) return (subject) => runSuiteOnDesktop(desktop.program, module, subject);
  if (wanted.desktop) throw new Error(desktop.whyNot);
  console.log(`${desktop.whyNot} Taking VS Code's server from the npm registry.`);
  const machine = prepareMachine();
  return (subject) => runSuiteInHost(machine, module, subject);
}

async function desktopOrWhyNot(): Promise<{ readonly program: string } | { readonly whyNot: string }> {
  if (!wanted.desktop && !process.env["VSCODE_PATH"] && !hasScreen())
    return { whyNot: "No screen for the desktop VS Code." };
  try {
    return { program: await findDesktop() };
  } catch (error) {
    return { whyNot: `The desktop VS Code could not be downloaded (${String(error)}).` };
  }
}

function hasScreen(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

function prepareMachine(): Machine {
  return { host: installHost(), browser: installBrowser() };
}

async function announced(title: string, run: Promise<Tally>): Promise<Tally> {
  console.log(`\n${title}`);
  const start = performance.now();
  const tally = await run;
  console.log(`${title}: ${sayTally(tally)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return tally;
}

function finish(total: Tally): void {
  console.log(`\n${sayTally(total)}`);
  // A run in which nothing was tested has not passed.
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}
