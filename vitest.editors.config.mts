// Which tests `npm run test:editors` runs: sessions in editors that are not VS Code, one at a time.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/editors/**/*.test.ts"], fileParallelism: false, reporters: ["default"] },
});
