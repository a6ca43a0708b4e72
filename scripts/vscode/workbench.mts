// Opens the workbench of a running host in Chromium.
import {
  chromium,
  type Browser as RunningBrowser,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import type { Host } from "./host.mts";
import type { Browser } from "./install-browser.mts";

export interface WorkbenchContent {
  readonly folder: string;
  /**
   * Unpacked extensions to load, as absolute folders; one that is named by its address on the web runs in the page's own
   * extension host.
   */
  readonly extensions: readonly (string | URL)[];
  /** An absolute module whose `run` the extension host calls, as `@vscode/test-electron` would. */
  readonly tests?: string | URL;
}

/** How long one step of the workbench may take on a busy machine. */
const STEP_LIMIT_MS = 30_000;

const BROWSER_FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export function startBrowser({ program, env }: Browser): Promise<RunningBrowser> {
  return chromium.launch({
    executablePath: program,
    headless: true,
    args: [...BROWSER_FLAGS],
    env: { ...definedOnly(process.env), ...env },
  });
}

export async function newPage(browser: RunningBrowser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  page.setDefaultTimeout(STEP_LIMIT_MS);
  return page;
}

/** Opens the workbench on a folder; what is loaded goes into the page's own `developmentOptions`. */
export async function openWorkbench(page: Page, host: Host, content: WorkbenchContent): Promise<void> {
  const place = (it: string | URL): UriParts =>
    typeof it === "string"
      ? { scheme: "vscode-remote", authority: host.url.host, path: it }
      : { scheme: it.protocol.slice(0, -1), authority: it.host, path: it.pathname };
  await page.addInitScript(addDevelopmentOptions, {
    extensions: content.extensions.map(place),
    ...(content.tests ? { extensionTestsPath: place(content.tests) } : {}),
  });
  const address = new URL(host.url);
  address.searchParams.set("folder", content.folder);
  await page.goto(address.href, { waitUntil: "commit" });
}

interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

interface DevelopmentOptions {
  readonly extensions: readonly UriParts[];
  readonly extensionTestsPath?: UriParts;
}

/**
 * Runs in the page. Module scripts start after the document has become interactive, so the workbench reads what is
 * set here. (A page rewritten on its way counts as public, and Chromium then refuses its sockets to loopback.)
 */
function addDevelopmentOptions(options: DevelopmentOptions): void {
  document.addEventListener("readystatechange", () => {
    const meta = document.getElementById("vscode-workbench-web-configuration");
    if (document.readyState !== "interactive" || window !== window.top || !meta) return;
    const configuration = JSON.parse(meta.dataset["settings"] ?? "{}") as { developmentOptions?: object };
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    meta.dataset["settings"] = JSON.stringify(configuration);
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
