-- The language server for every Neovim since 0.7: `require("objectives").setup()`.
local M = {}

M.cmd = { "objectives", "lsp", "--stdio" }

--- The nearest objectives.json says what belongs together, else the repository.
M.root_markers = { "objectives.json", ".git" }

local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  for _, marker in ipairs(M.root_markers) do
    local upwards = vim.fn.escape(folder, ";, ") .. ";"
    local found = vim.fn.findfile(marker, upwards)
    if found == "" then
      found = vim.fn.finddir(marker, upwards)
    end
    if found ~= "" then
      return vim.fn.fnamemodify(found, ":p"):gsub("/$", ""):match("^(.*)/")
    end
  end
  return folder
end

--- Servers by their root, for Neovim 0.7, which does not look for one that runs.
local running = {}

local function start_or_join(config)
  if vim.lsp.start then
    return vim.lsp.start(config)
  end
  local id = running[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    running[config.root_dir] = id
  end
  vim.lsp.buf_attach_client(0, id)
end

--- Serves every buffer of the language; `overrides` is for `vim.lsp.start`, such as `cmd` and `on_attach`.
function M.setup(overrides)
  vim.api.nvim_create_autocmd("FileType", {
    pattern = "objectives",
    group = vim.api.nvim_create_augroup("objectives", {}),
    callback = function(event)
      local usual = { name = "objectives", cmd = M.cmd, root_dir = root_of(event.file) }
      start_or_join(vim.tbl_extend("force", usual, overrides or {}))
    end,
  })
end

return M
