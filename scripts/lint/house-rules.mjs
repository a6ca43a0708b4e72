// The house's own ESLint rules: what modules are called, how they open, and what of them is documented.

const HOW_TO_OPEN =
  "Open the module with one comment line, a sentence that says what it is for (not 'this file').";
const VAGUE_NAMES = /(^|\/)(index|utils?|helpers?|common|misc|types)\.[cm]?[jt]sx?$/;

/** Every module opens with a comment line that says what it is for (after `#!` of a program). */
const openingComment = {
  meta: { type: "suggestion", schema: [], messages: { missing: HOW_TO_OPEN } },
  create: (context) => ({
    Program(node) {
      const [first] = context.sourceCode.getAllComments().filter(({ type }) => type !== "Shebang");
      const opens = first?.type === "Line" && isBefore(first, context.sourceCode.getFirstToken(node));
      if (!opens || !saysSomething(first.value))
        context.report({ loc: { line: 1, column: 0 }, messageId: "missing" });
    },
  }),
};

function isBefore(comment, token) {
  return !token || comment.range[0] < token.range[0];
}

function saysSomething(text) {
  return /^ \S.{10,}[.:]$/.test(text.trimEnd()) && !/this (file|module)/i.test(text);
}

/** A module is named by what it holds: no index, no utils. */
const tellingNames = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { vague: "Name the module by what it holds, not '{{name}}'." },
  },
  create: (context) => ({
    Program() {
      const path = context.filename.replaceAll("\\", "/");
      const name = VAGUE_NAMES.exec(path)?.[0].replace("/", "");
      if (name) context.report({ loc: { line: 1, column: 0 }, messageId: "vague", data: { name } });
    },
  }),
};

/** The exported functions of a boundary are documented: meaning, units, errors. */
const documentedBoundary = {
  meta: { type: "suggestion", schema: [], messages: { missing: "Document '{{name}}': others rely on it." } },
  create: (context) => ({
    "ExportNamedDeclaration > FunctionDeclaration"(node) {
      const [comment] = context.sourceCode.getCommentsBefore(node.parent).slice(-1);
      const isDocumented = comment?.type === "Block" && comment.value.startsWith("*");
      if (!isDocumented)
        context.report({ node: node.id, messageId: "missing", data: { name: node.id.name } });
    },
  }),
};

export const house = {
  rules: {
    "opening-comment": openingComment,
    "telling-names": tellingNames,
    "documented-boundary": documentedBoundary,
  },
};
