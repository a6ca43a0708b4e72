// Starts VS Code's own server on loopback, with a data folder of its own, and installs extensions into it.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runProgram } from "./run-program.mts";

export interface HostOptions {
  /** The folder that `installHost` gave. */
  readonly program: string;
  /** Settings, extensions, logs and sockets; keep its path short, for a socket's has at most 107 bytes. */
  readonly dataFolder: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Added to the environment of the server, and so of the extension host and what it starts. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Host {
  readonly url: URL;
  /** What the server printed so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;

/** Nothing that moves, asks, or wants the network. */
const QUIET_SETTINGS = {
  // A desktop says nothing of ports; here each would push our own messages aside.
  "remote.autoForwardPorts": false,
  "chat.disableAIFeatures": true,
  "editor.fontFamily": "'JetBrains Mono', monospace",
  "editor.fontLigatures": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.confirmBeforeClose": "never",
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
} as const;

/** Starts the server on a free port; resolves once it listens. */
export async function startHost({ program, dataFolder, settings, env }: HostOptions): Promise<Host> {
  const sockets = path.join(dataFolder, "tmp");
  mkdirSync(sockets, { recursive: true });
  writeSettings(dataFolder, { ...QUIET_SETTINGS, ...settings });

  const server = spawn(process.execPath, [...serverCommand(program, dataFolder), ...SERVER_FLAGS], {
    // An empty gallery: there is no marketplace to ask.
    env: { ...process.env, ...env, TMPDIR: sockets, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that the extension hosts go when the server goes.
    detached: true,
  });
  const killAtExit = () => signal(server, "SIGKILL");
  process.once("exit", killAtExit);

  let log = "";
  const collect = (data: Buffer) => void (log += data.toString());
  server.stdout.on("data", collect);
  server.stderr.on("data", collect);

  const port = await listening(server, () => log);
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    log: () => log,
    stop: async () => {
      await stop(server);
      process.removeListener("exit", killAtExit);
    },
  };
}

/** Installs a packed extension into the data folder of a host that is not running. */
export function installExtension(program: string, dataFolder: string, vsix: string): void {
  const [main = "", ...rest] = serverCommand(program, dataFolder);
  const printed = runProgram(process.execPath, [main, ...rest, "--install-extension", vsix, "--force"]);
  if (!printed.includes("successfully installed")) throw new Error(`${vsix} was not installed:\n${printed}`);
}

const SERVER_FLAGS = [
  ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
  ...["--telemetry-level", "off", "--disable-workspace-trust"],
];

function serverCommand(program: string, dataFolder: string): readonly string[] {
  const main = path.join(program, "out", "server-main.js");
  return [main, "--accept-server-license-terms", "--server-data-dir", dataFolder];
}

function writeSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): void {
  const user = path.join(dataFolder, "data", "User");
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, "settings.json"), JSON.stringify(settings, undefined, 2));
}

function listening(server: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}:\n${log()}`));
    const limit = setTimeout(fail, START_LIMIT_MS, "did not start in time");
    server.once("error", (error) => fail(error.message));
    server.once("exit", (code) => fail(`exited with ${code}`));
    server.stdout?.on("data", () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (!port) return;
      clearTimeout(limit);
      resolve(Number(port));
    });
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  signal(server, "SIGTERM");
  const patience = setTimeout(signal, STOP_LIMIT_MS, server, "SIGKILL");
  await gone;
  clearTimeout(patience);
}

function signal(server: ChildProcess, name: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, name);
  } catch {
    // The group is gone already.
  }
}
