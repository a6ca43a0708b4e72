// The licences of the packages that are in our bundles, found in what esbuild says it put there.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Metafile } from "esbuild";

/** One text with every package's name, version, licence and its text. */
export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageFolder)));
  const notices = [...folders].sort().map(notice);
  return `Objectives for Tavus contains these packages, unmodified.\n\n${notices.join("\n\n")}\n`;
}

function packageFolder(input: string): readonly string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
}

function notice(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|thirdparty)/i.test(name));
  const text = file
    ? readFileSync(path.join(folder, file), "utf8").trim()
    : "(no licence text in the package)";
  return `${"─".repeat(80)}\n${manifest["name"]} ${manifest["version"]} · ${manifest["license"]}\n\n${text}`;
}
