// Any text at all: pieces that mean something to the parser in any order, and any characters.
import fc from "fast-check";

export const anyWord = fc.constantFrom(
  ..."objective objectives include param defaults scenario prompt collect confirm modality callback meta when otherwise end".split(
    " ",
  ),
  ...'a b c-d auto manual visual { } , = -> : ; ☃ \\ " """ """> - / // \u2028'.split(" "),
  ...[
    '"text"',
    '"${a}"',
    '"un',
    '"""\n  x\n  """',
    '""">\n y',
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  ",
    "// comment\n",
    "/// doc\n",
    "# comment\n",
    "/* comment */",
  ],
  ...["\ud800", "\u0301", "\u00a0", "\\u{", "${"],
  ...[
    '\nobjective a {\n  prompt "p"\n  -> b\n}\n',
    '\nobjectives "T"\n',
    '\nparam a = "1"\n',
    "\n// objectives-disable-next-line cycle\n",
  ],
  ...[
    '\nobjective b { prompt "${a}" -> a when "x" }\n',
    '\nscenario "s" {\n  a\n  b\n}\n',
    "\ndefaults { confirm manual }\n",
  ],
);

export const anyPieces = fc
  .array(fc.tuple(anyWord, fc.constantFrom("", " ")), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(""));
export const anyText = fc.oneof(
  { weight: 4, arbitrary: anyPieces },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 80 }).map((bytes) => new TextDecoder().decode(bytes)) },
);
