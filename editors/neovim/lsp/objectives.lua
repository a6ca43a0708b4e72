-- The language server for Neovim 0.11 and later: `vim.lsp.enable("objectives")`.
local objectives = require("objectives")

return { cmd = objectives.cmd, filetypes = { "objectives" }, root_markers = objectives.root_markers }
