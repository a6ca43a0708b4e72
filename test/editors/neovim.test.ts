// Neovim with the files that docs/editors.md tells people to use: what they see is right, behind emoji too.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { play, RIGHT, ROOT, SERVER, SESSION_LIMIT_MS } from "./session.ts";

const FILES = path.join(ROOT, "editors", "neovim");

/** Lua reads JSON's strings. */
const command = `{ ${SERVER.map((word) => JSON.stringify(word)).join(", ")} }`;

const WAYS = {
  "by setup, in every version": `require("objectives").setup({
    cmd = ${command},
    on_attach = function(_, buffer) vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc" end,
  })`,
  "as the newest offers it, where it does": `if vim.lsp.enable then
    vim.lsp.config("objectives", { cmd = ${command} })
    vim.lsp.enable("objectives")
  else
    require("objectives").setup({
      cmd = ${command},
      on_attach = function(_, buffer) vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc" end,
    })
  end`,
};

test.each(Object.entries(WAYS))("set up %s", { timeout: SESSION_LIMIT_MS }, async (_, lua) => {
  const { version, ...seen } = await play(process.env["NEOVIM_PATH"] ?? "nvim", (folder) => {
    const settings = path.join(folder, "init.lua");
    writeFileSync(settings, `vim.opt.runtimepath:prepend(${JSON.stringify(FILES)})\n${lua}\n`);
    return ["--headless", "--clean", "-u", settings, "-S", path.join(import.meta.dirname, "neovim.lua")];
  });
  expect(version).toMatch(/^0\.\d+$/);
  expect(seen).toEqual({ filetype: "objectives", highlighted: "objectivesDeclaration", ...RIGHT });
});
