" Colours of the language.
if exists("b:current_syntax")
  finish
endif

syntax keyword objectivesDeclaration objectives objective scenario param defaults
syntax keyword objectivesInclude include
syntax keyword objectivesProperty prompt collect confirm modality callback meta
syntax keyword objectivesCondition when otherwise
syntax keyword objectivesValue auto manual verbal visual
syntax match objectivesName /\v(objective\s+)@<=[[:alnum:]_-]+/
syntax match objectivesArrow /->/ nextgroup=objectivesTarget skipwhite
syntax match objectivesTarget /[[:alnum:]_-]\+/ contained

syntax match objectivesComment +//.*$+ contains=@Spell
syntax match objectivesDoc +///.*$+ contains=@Spell
syntax match objectivesEscape /\\\(u{\x*}\|.\)/ contained
syntax match objectivesParam /\${[^}"]*}/ contained
syntax region objectivesText start=/"/ skip=/\\./ end=/"\|$/ contains=objectivesEscape,objectivesParam,@Spell
syntax region objectivesText start=/"""/ end=/^\s*"""/ contains=objectivesEscape,objectivesParam,@Spell keepend

highlight default link objectivesDeclaration Statement
highlight default link objectivesInclude Include
highlight default link objectivesProperty Type
highlight default link objectivesCondition Conditional
highlight default link objectivesValue Constant
highlight default link objectivesName Function
highlight default link objectivesArrow Operator
highlight default link objectivesTarget Identifier
highlight default link objectivesComment Comment
highlight default link objectivesDoc SpecialComment
highlight default link objectivesText String
highlight default link objectivesEscape SpecialChar
highlight default link objectivesParam Special

let b:current_syntax = "objectives"
