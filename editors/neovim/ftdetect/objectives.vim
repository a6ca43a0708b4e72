" Files of the language.
autocmd BufRead,BufNewFile *.objectives setfiletype objectives
