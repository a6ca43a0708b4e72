// Emacs with eglot and the mode that docs/editors.md tells people to load: what they see is right, behind emoji too.
import path from "node:path";
import { expect, test } from "vitest";
import { play, RIGHT, ROOT, SESSION_LIMIT_MS } from "./session.ts";

test("by eglot", { timeout: SESSION_LIMIT_MS }, async () => {
  const mode = path.join(ROOT, "editors", "emacs", "objectives-mode.el");
  const session = path.join(import.meta.dirname, "emacs.el");
  const { version, ...seen } = await play(process.env["EMACS_PATH"] ?? "emacs", () => [
    "--batch",
    "-l",
    mode,
    "-l",
    session,
  ]);
  expect(version).toMatch(/^\d+\.\d+/);
  expect(seen).toEqual({ filetype: "objectives-mode", highlighted: "font-lock-keyword-face", ...RIGHT });
});
