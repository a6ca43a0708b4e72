// The architecture's invariants: every lint finds the violation that is planted for it, and the project agrees with itself.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";
import { beforeAll, describe, expect, test } from "vitest";
import { ALLOWED_CODE, CODE_PLANTS, type CodePlant } from "./architecture/code-plants.ts";
import { COMPILER_PLANTS } from "./architecture/compiler-plants.ts";
import { ALLOWED_IMPORTS, LAYER_PLANTS, layerTree } from "./architecture/layer-plants.ts";
import { printedIn, ROOT } from "./architecture/plant.ts";
import { urlOf } from "../server/src/language/diagnostics/codes.ts";
import { ALL_CODES } from "./support/woken.ts";

const LINT_LIMIT_MS = 60_000;

describe("ESLint", () => {
  let reports: readonly FileReport[] = [];
  let configured: readonly ConfigBlock[] = [];
  beforeAll(async () => {
    reports = lintedCode();
    configured = await loadDefault<readonly ConfigBlock[]>("eslint.config.mjs");
  }, LINT_LIMIT_MS);

  test.each(CODE_PLANTS.map((plant) => ({ ...plant, title: titleOf(plant) })))(
    "finds $title",
    ({ file, rule, says }) => {
      const found = messagesOf(reports, file).filter(({ ruleId }) => ruleId === rule);
      expect(found.map(({ message }) => message).join("\n")).toContain(says ?? "");
      expect(found).not.toEqual([]);
    },
  );

  test.each(Object.keys(ALLOWED_CODE))("finds nothing in %s", (file) => {
    expect(messagesOf(reports, file)).toEqual([]);
  });

  test("has a plant for every rule of our own", () => {
    const found = new Set(reports.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
    expect(ownRules(configured).filter((rule) => !found.has(rule))).toEqual([]);
  });

  test("has a plant for every sentence of our own", () => {
    const found = reports.flatMap(({ messages }) => messages.map(({ message }) => message));
    const isFound = (sentence: string) => found.some((message) => message.includes(sentence));
    expect(ownSentences(configured).filter((sentence) => !isFound(sentence))).toEqual([]);
  });
});

describe("the layers", () => {
  let violations: readonly Violation[] = [];
  beforeAll(() => {
    violations = lintedLayers();
  }, LINT_LIMIT_MS);

  test.each(LAYER_PLANTS)("$rule is broken by $file", ({ rule, file }) => {
    expect(rulesBrokenBy(violations, file)).toContain(rule);
  });

  test.each(ALLOWED_IMPORTS)("$file may import $imports", ({ file }) => {
    expect(rulesBrokenBy(violations, file)).toEqual([]);
  });

  test("have a plant for every rule", async () => {
    const { forbidden } = await loadDefault<{ forbidden: readonly { name: string }[] }>(
      ".dependency-cruiser.mjs",
    );
    const planted = new Set(LAYER_PLANTS.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});

describe("the compiler", () => {
  let printed = "";
  beforeAll(() => {
    printed = compiledLanguage();
  }, LINT_LIMIT_MS);

  test.each(COMPILER_PLANTS)("refuses $name in the language", ({ name, error }) => {
    expect(errorsOf(printed, name)).toContain(error);
  });

  test("accepts what is plain", () => {
    expect(errorsOf(printed, "plain")).toEqual([]);
  });
});

describe("the project", () => {
  test.each(modules())("%s opens with a line that says what it is for", (file) => {
    expect(read(file).replace(/^#!.*\n/, "")).toMatch(/^\/\/ \S.{10,}/);
  });

  test("names no folder of anyone's machine", () => {
    const place = /(?<![\w.])(\/(work|root|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users)/;
    expect(textFiles().filter((file) => place.test(read(file)))).toEqual([]);
  });

  test("names no registry but npm's own", () => {
    const hosts = read("package-lock.json").matchAll(/"resolved": "https?:\/\/([^/"]+)/g);
    expect(
      [...new Set([...hosts].map(([, host]) => host))].filter((host) => host !== "registry.npmjs.org"),
    ).toEqual([]);
  });

  test("pins every dependency, and bundles them all", () => {
    const { dependencies, devDependencies } = manifest();
    expect(dependencies ?? {}).toEqual({});
    expect(Object.values(devDependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("is typed against the oldest VS Code that it promises", () => {
    const { engines, devDependencies } = manifest();
    expect(devDependencies["@types/vscode"]).toMatch(
      new RegExp(`^${engines.vscode.replace("^", "").replace(/\.0$/, "")}\\.`),
    );
    expect(devDependencies["node"]).toMatch(/^24\./);
  });

  test("says the same version everywhere", () => {
    const { version } = manifest();
    const lock = JSON.parse(read("package-lock.json")) as {
      version: string;
      packages: { "": { version: string } };
    };
    expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
  });

  test("documents only npm scripts that exist", () => {
    const known = new Set([...Object.keys(manifest().scripts), "test"]);
    const named = documents().flatMap((file) => [
      ...read(file).matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g),
    ]);
    expect(named.map(([, script]) => script ?? "").filter((script) => !known.has(script))).toEqual([]);
  });

  test("ships only what the extension needs", { timeout: LINT_LIMIT_MS }, async () => {
    const wanted =
      /^(dist\/[\w.-]+\.(js|css|txt)|(images|images\/walkthrough|l10n|syntaxes|schemas|schemas\/cli|docs\/findings)\/[\w.-]+|docs\/(language|reference)\.md|[A-Z]+(\.md)?|package(\.nls(\.\w+)?)?\.json|language-configuration\.json)$/;
    const shipped = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    expect(shipped.filter((file) => !wanted.test(file))).toEqual([]);
  });

  test("ships a page for every finding", { timeout: LINT_LIMIT_MS }, async () => {
    const shipped = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    expect(
      ALL_CODES.map((code) => urlOf(code, "docs/findings")).filter((page) => !shipped.includes(page)),
    ).toEqual([]);
  });

  test("ships every file that its manifest points at", () => {
    const pointed = JSON.stringify(manifest().contributes ?? {}).matchAll(/"\.\/([^"]+)"/g);
    const missing = [...pointed]
      .map(([, file]) => file ?? "")
      .filter((file) => globSync(file, { cwd: ROOT }).length === 0);
    expect(missing).toEqual([]);
  });
});

describe("the extension's manifest and sources", () => {
  const commands = () => (manifest().contributes?.commands ?? []).map(({ command }) => command);
  const settings = () => Object.keys(manifest().contributes?.configuration?.properties ?? {});

  test("every contributed command is in the client's sources", () => {
    expect(commands().filter((command) => !clientMentions(command))).toEqual([]);
  });

  test("every registered command is contributed", () => {
    const registered = clientSources().matchAll(/registerCommand\(\s*"(objectives\.[^"]+)"/g);
    expect(
      [...registered].map(([, command]) => command ?? "").filter((command) => !commands().includes(command)),
    ).toEqual([]);
  });

  test("every command of a menu, a key or a view is contributed", () => {
    const used = JSON.stringify(manifest().contributes ?? {}).matchAll(/"command":"(objectives\.[^"]+)"/g);
    expect(
      [...used].map(([, command]) => command ?? "").filter((command) => !commands().includes(command)),
    ).toEqual([]);
  });

  test("every contributed setting is read", () => {
    // The language client itself reads its trace setting.
    const own = settings().filter((setting) => setting !== "objectives.trace.server");
    expect(own.filter((setting) => !isRead(setting))).toEqual([]);
  });

  test("every setting read is contributed", () => {
    const read = clientSources().matchAll(
      /getConfiguration\("objectives"[^)]*\)\s*\.get(?:<[^>]*>)?\(\s*"([^"]+)"/g,
    );
    const names = [...read].map(([, name]) => `objectives.${name ?? ""}`);
    expect(names.filter((name) => !settings().includes(name))).toEqual([]);
  });

  function clientMentions(command: string): boolean {
    const { 1: name = "" } = command.split(".");
    return new RegExp(`["'\`]?(${command.replace(".", "\\.")}|\\b${name})\\b["'\`]?`).test(clientSources());
  }

  /** The client reads settings by their names, the server as properties of one object. */
  function isRead(setting: string): boolean {
    const name = setting.replace("objectives.", "");
    const property = new RegExp(`\\b${name.split(".").at(-1) ?? ""}\\b`);
    return clientSources().includes(`"${name}"`) || property.test(sourcesIn("server/src/lsp"));
  }
});

interface FileReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

interface ConfigBlock {
  readonly name?: string;
  readonly rules?: Readonly<Record<string, unknown>>;
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string }[];
    readonly configuration?: { readonly properties?: Readonly<Record<string, unknown>> };
  };
}

function lintedCode(): readonly FileReport[] {
  const planted = Object.fromEntries(CODE_PLANTS.map(({ file, text }) => [file, text]));
  const config = path.join(ROOT, "eslint.config.mjs");
  const args = ["--config", config, "--format", "json", "--no-inline-config", "."];
  return JSON.parse(printedIn({ ...ALLOWED_CODE, ...planted }, "eslint", args)) as readonly FileReport[];
}

function lintedLayers(): readonly Violation[] {
  const config = path.join(ROOT, ".dependency-cruiser.mjs");
  const args = ["--config", config, "--output-type", "json", "server", "client", "scripts", "test"];
  const printed = printedIn(layerTree(), "depcruise", args);
  return (JSON.parse(printed) as { summary: { violations: readonly Violation[] } }).summary.violations;
}

function compiledLanguage(): string {
  const folder = "server/src/language/text";
  const planted = COMPILER_PLANTS.map(({ name, code }) => [`${folder}/${name}.ts`, code]);
  const files = {
    ...Object.fromEntries(planted),
    [`${folder}/plain.ts`]: "export const plain = 1;",
  } as Record<string, string>;
  const args = [
    "-p",
    "server/src/language",
    "--noEmit",
    "--composite",
    "false",
    "--emitDeclarationOnly",
    "false",
  ];
  return printedIn(files, "tsc", [...args, "--pretty", "false"]);
}

function errorsOf(printed: string, name: string): readonly string[] {
  const lines = printed.split("\n").filter((line) => line.startsWith(`server/src/language/text/${name}.ts(`));
  return lines.map((line) => /error (TS\d+)/.exec(line)?.[1] ?? line);
}

function messagesOf(reports: readonly FileReport[], file: string): FileReport["messages"] {
  return reports
    .filter(({ filePath }) => filePath.replaceAll("\\", "/").endsWith(`/${file}`))
    .flatMap((it) => it.messages);
}

function rulesBrokenBy(violations: readonly Violation[], file: string): readonly string[] {
  return violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
}

function titleOf({ rule, says, file }: CodePlant): string {
  return `${rule}${says ? ` (${says})` : ""} in ${file}`;
}

/** Blocks of shared configurations have names with a `>`; ours are plain. */
function ownBlocks(configured: readonly ConfigBlock[]): readonly ConfigBlock[] {
  return configured.filter(({ name }) => name !== undefined && !name.includes(">"));
}

function ownRules(configured: readonly ConfigBlock[]): readonly string[] {
  const rules = ownBlocks(configured).flatMap((block) => Object.entries(block.rules ?? {}));
  return [...new Set(rules.filter(([, level]) => level !== "off").map(([rule]) => rule))];
}

function ownSentences(configured: readonly ConfigBlock[]): readonly string[] {
  const rules = JSON.stringify(ownBlocks(configured).map((block) => block.rules ?? {}));
  const sentences = [...rules.matchAll(/"message":"((?:[^"\\]|\\.)+)"/g)].map(
    ([, sentence]) => sentence ?? "",
  );
  return [...new Set(sentences)];
}

async function loadDefault<Value>(file: string): Promise<Value> {
  const module = (await import(pathToFileURL(path.join(ROOT, file)).href)) as { default: Value };
  return module.default;
}

function manifest(): Manifest {
  return JSON.parse(read("package.json")) as Manifest;
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

function modules(): readonly string[] {
  return filesOf("{server,client,scripts,test,bench}/**/*.{ts,mts,mjs,cjs}");
}

function textFiles(): readonly string[] {
  const extensions = "ts,mts,mjs,cjs,json,md,objectives,html,css,svg,yml,sh";
  return [...filesOf(`**/*.{${extensions}}`), ...filesOf(".{ci,vscode}/*")];
}

function documents(): readonly string[] {
  return filesOf("{*.md,docs/**/*.md,.ci/run}");
}

function filesOf(pattern: string): readonly string[] {
  const exclude = ["node_modules/**", "dist/**", ".cache/**", ".objectives/**"];
  return globSync(pattern, { cwd: ROOT, exclude })
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

function clientSources(): string {
  return sourcesIn("client/src");
}

function sourcesIn(folder: string): string {
  return filesOf(`${folder}/**/*.ts`).map(read).join("\n");
}
