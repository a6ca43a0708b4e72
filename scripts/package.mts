// Packs the extension: `npm run package` makes objectives.vsix; `files` in package.json decides what ships.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";

const root = path.join(import.meta.dirname, "..");

if (import.meta.main) {
  buildExtension();
  await packExtension(path.join(root, "objectives.vsix"));
  console.log("objectives.vsix is made. Install it with: code --install-extension objectives.vsix");
}

/** Bundles what ships into dist/. */
export function buildExtension(): void {
  const { status } = spawnSync(process.execPath, [path.join(root, "scripts", "build.mts")], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The build failed: see above.");
}

/** Packs dist/ and what `files` names; everything is bundled, so no dependency goes in. */
export async function packExtension(packagePath: string): Promise<void> {
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    allowUnusedFilesPattern: true,
  });
}
