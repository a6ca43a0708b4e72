" How one writes the language: two blanks, comments behind slashes, names that may hold a hyphen.
if exists("b:did_ftplugin")
  finish
endif
let b:did_ftplugin = 1

setlocal expandtab shiftwidth=2 softtabstop=2
setlocal commentstring=//\ %s comments=:///,://
setlocal iskeyword+=-
let b:undo_ftplugin = "setlocal expandtab< shiftwidth< softtabstop< commentstring< comments< iskeyword<"
