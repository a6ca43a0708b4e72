// Tests outside VS Code; those inside it are under test/vscode. What the client takes of VS Code they get from a stand-in.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/{vscode,editors}/**"],
    reporters: ["default"],
    alias: { vscode: fileURLToPath(new URL("test/webview/vscode.ts", import.meta.url)) },
  },
});
