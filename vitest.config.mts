// Which tests `npm test` runs: everything that needs no editor.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: ["test/{vscode,editors}/**"], reporters: ["default"] },
});
