-- Writes down what a person sees in Neovim, step by step: started by neovim.test.ts, which holds it against what is right.
local arguments = vim.fn.json_decode(vim.env.OBJECTIVES_SESSION)
local seen = {}

local PATIENCE_MS = 20000
local PAUSE_MS = 10

--- Waits until `look` gives something, while Neovim goes on; what is missing after the patience is said.
local function await(what, look)
  local step = coroutine.running()
  local waited = 0
  local timer = vim.loop.new_timer()
  timer:start(0, PAUSE_MS, vim.schedule_wrap(function()
    if not timer:is_active() then
      return
    end
    waited = waited + PAUSE_MS
    local ok, found = pcall(look)
    if (ok and found) or waited > PATIENCE_MS then
      timer:stop()
      timer:close()
      coroutine.resume(step, ok and found or nil, (not ok) and tostring(found) or nil)
    end
  end))
  local found, trouble = coroutine.yield()
  if not found then
    error("waited in vain for " .. what .. (trouble and (": " .. trouble) or ""))
  end
  return found
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

local function in_range(finding)
  local lines = vim.api.nvim_buf_get_text(0, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {})
  return table.concat(lines, "\n")
end

local function findings()
  local said = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    table.insert(said, in_range(finding) .. ": " .. finding.message)
  end
  table.sort(said)
  return said
end

local function to(pattern)
  vim.fn.cursor(1, 1)
  vim.fn.search(pattern, "c")
end

local function type_keys(keys)
  vim.api.nvim_input(keys)
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
    end
  end
end

local function format()
  if vim.lsp.buf.format then
    vim.lsp.buf.format()
  else
    vim.lsp.buf.formatting_sync()
  end
end

local function session()
  vim.cmd("edit " .. vim.fn.fnameescape(arguments.set))
  seen.filetype = vim.bo.filetype
  seen.highlighted = vim.fn.synIDattr(vim.fn.synID(5, 1, 1), "name")

  -- What a set includes is read first; before, nobody can say that a name is nowhere.
  seen.findings = await("the error", function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) > 0 and findings()
  end)

  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do
      if options.format_item(item):find("^Replace") then
        seen.action = options.format_item(item)
        return choose(item, index)
      end
    end
  end
  to("godbye")
  vim.lsp.buf.code_action()
  await("the fix", function()
    return text():find("-> goodbye", 1, true)
  end)
  await("no more errors", function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0
  end)

  to("goodbye when")
  vim.lsp.buf.hover()
  seen.hover = await("a hover", floating_text)
  type_keys("<Esc>")

  to("goodbye when")
  vim.lsp.buf.definition()
  seen.definition = await("the declaration", function()
    local here = vim.fn.expand("%:t") .. ": " .. vim.fn.expand("<cword>")
    return here ~= vim.fn.fnamemodify(arguments.set, ":t") .. ": goodbye" and here
  end)
  vim.cmd("edit " .. vim.fn.fnameescape(arguments.set))

  -- Behind emoji, where columns, bytes and characters differ.
  to("-> goodbye")
  type_keys("A -> g<C-x><C-o>")
  await("completion", function()
    return #(vim.fn.complete_info({ "items" }).items or {}) > 0
  end)
  type_keys("<C-y><Esc>")
  await("normal mode", function()
    return vim.api.nvim_get_mode().mode == "n"
  end)
  seen.completed = vim.fn.getline(".")
  vim.cmd("silent undo")

  -- In the fragment too, which is open by now.
  to("goodbye when")
  vim.lsp.buf.rename("farewell")
  await("the new name", function()
    return text():find("-> farewell", 1, true)
  end)
  seen.renamed = text()
  vim.cmd("edit " .. vim.fn.fnameescape(arguments.fragment))
  seen.renamed_elsewhere = text()

  format()
  seen.formatted = text()
end

local function finish(trouble)
  seen.trouble = trouble
  seen.version = vim.version().major .. "." .. vim.version().minor
  vim.fn.writefile({ vim.fn.json_encode(seen) }, arguments.result)
  vim.cmd("qall!")
end

coroutine.wrap(function()
  local ok, trouble = pcall(session)
  finish(not ok and tostring(trouble) or nil)
end)()
