// Which tests `npm test` runs: everything that needs no VS Code.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: ["test/vscode/**"], reporters: ["default"] },
});
