// What a lint can check of the house's style. test/architecture.test.ts plants a violation of every rule of our own.
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { house } from "./scripts/lint/house-rules.mjs";

const TYPESCRIPT = ["**/*.ts", "**/*.mts"];
const TESTS = ["test/**/*.ts", "test/**/*.mts"];
const LANGUAGE = ["server/src/language/**/*.ts"];
const SHIPPED = ["server/src/**/*.ts", "client/**/*.ts"];

/** The modules that meet the outside world and hand it in to the others. */
const ENTRY_POINTS = [
  "server/src/main.*.ts",
  "server/src/layout-worker.*.ts",
  "server/src/{cli,assistant}/main.ts",
  "client/src/extension.*.ts",
];

/** The clock that entry points hand in; one module, so that they need not each make one. */
const THE_REAL_CLOCK = ["server/src/platform/time.ts"];

/** Where others meet a part: what is exported there is documented. */
const BOUNDARIES = [
  "server/src/language/features/*.ts",
  "server/src/language/compile/{compile,decompile,pull,normalise,read-payload}.ts",
  "server/src/platform/client.ts",
  "server/src/{project,sync}/*.ts",
];

/** Plain speech for every form that the house does without. */
const EVERYWHERE = [
  forbid("TSEnumDeclaration", "Use a union of strings instead of an enum."),
  forbid("TSModuleDeclaration[kind!='global']", "Use a module instead of a namespace."),
  forbid("ExportDefaultDeclaration", "Export by name."),
  forbid("ExportAllDeclaration", "Import from the module that declares the thing: no re-exports."),
  forbid(
    "ExportNamedDeclaration:has(> ExportSpecifier)",
    "Export a thing where it is declared: no re-exports, no lists.",
  ),
  forbid(
    ":function > Identifier.params[typeAnnotation.typeAnnotation.type='TSBooleanKeyword']",
    "Write two functions, or take an options object, instead of a boolean parameter.",
  ),
  forbid(
    ":function > AssignmentPattern.params[right.type='Literal'][right.raw=/^(true|false)$/]",
    "Write two functions, or take an options object, instead of a boolean parameter.",
  ),
];

const NO_MODULE_STATE = [
  forbid(
    ":matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind!='const']",
    "No mutable state of a module: a function makes it and its owner keeps it.",
  ),
  forbid(
    ":matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]",
    "An empty collection of a module is mutable state: a function makes it and its owner keeps it.",
  ),
];

const HANDED_IN = [
  forbid("MemberExpression[object.name='Math'][property.name='random']", "Randomness is handed in."),
  forbid("MemberExpression[object.name='Date'][property.name='now']", "The clock is handed in."),
  forbid("NewExpression[callee.name='Date'][arguments.length=0]", "The clock is handed in."),
];

const NO_THROW = [
  forbid("ThrowStatement", "The language is total: bad input is data, a refusal is a result."),
  forbid("TryStatement", "Nothing throws in the language, so there is nothing to catch."),
];

const NO_ASYNC = [
  forbid(":function[async=true]", "The language is synchronous."),
  forbid("AwaitExpression", "The language is synchronous."),
  forbid("TSTypeReference[typeName.name=/^Promise(Like)?$/]", "The language is synchronous."),
  forbid("Identifier[name='Promise']", "The language is synchronous."),
];

const NO_CLASS = [
  forbid(":matches(ClassDeclaration, ClassExpression)", "Use functions and plain data instead of a class."),
];

/** The parser has a life cycle; it extends Chevrotain's. */
const NO_CLASS_BUT_THE_PARSER = [
  forbid(
    ":matches(ClassDeclaration, ClassExpression)[superClass=null]",
    "Use functions and plain data instead of a class.",
  ),
];

const TYPES_ONLY = [
  forbid(
    "ExportNamedDeclaration > :matches(VariableDeclaration, FunctionDeclaration, ClassDeclaration)",
    "protocol.ts holds names and shapes, no behaviour.",
  ),
];

const HONEST_TESTS = [
  forbid(
    "MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|todo)$/]",
    "Every test runs, every time.",
  ),
];

const SHIPPED_SYNTAX = [...EVERYWHERE, ...NO_MODULE_STATE];
const LANGUAGE_SYNTAX = [...SHIPPED_SYNTAX, ...HANDED_IN, ...NO_THROW];

const NO_WORLD = [
  banned("console", "What is to be said is returned, or printed by what was handed in."),
  banned("process", "Only entry points touch the process."),
  banned("fetch", "Requests are made by the `fetch` that an entry point hands in."),
];

const NO_TIMERS = ["setTimeout", "setInterval", "setImmediate"].map((name) =>
  banned(name, "Waiting is handed in."),
);

export default defineConfig(
  globalIgnores(["dist/**", ".cache/**", "node_modules/**"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  {
    name: "every module",
    files: [...TYPESCRIPT, "**/*.mjs", "**/*.cjs"],
    plugins: { house },
    rules: {
      "house/opening-comment": "error",
      "house/telling-names": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"], location: "anywhere" }],
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "object-shorthand": "error",
    },
  },

  {
    name: "typescript",
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/no-floating-promises": ["error", { ignoreVoid: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      // Our objects are records of functions, which have no `this` to lose.
      "@typescript-eslint/unbound-method": "off",
      // The reason of an aborted signal is whatever its owner said.
      "@typescript-eslint/prefer-promise-reject-errors": [
        "error",
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      "no-restricted-imports": ["error", { patterns: [relativeWithoutExtension()] }],
      "no-restricted-syntax": ["error", ...EVERYWHERE],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", { max: 4 }],
      "max-depth": ["error", { max: 3 }],
      complexity: ["error", { max: 15, variant: "modified" }],
    },
  },

  {
    name: "what ships",
    files: SHIPPED,
    rules: { "no-restricted-syntax": ["error", ...SHIPPED_SYNTAX] },
  },
  {
    name: "the server",
    files: ["server/src/**/*.ts"],
    ignores: [...ENTRY_POINTS, ...THE_REAL_CLOCK],
    rules: { "no-restricted-syntax": ["error", ...SHIPPED_SYNTAX, ...HANDED_IN] },
  },
  {
    name: "what ships and is no entry point",
    files: SHIPPED,
    ignores: ENTRY_POINTS,
    rules: { "no-restricted-globals": ["error", { globals: NO_WORLD, checkGlobalObject: true }] },
  },
  {
    name: "what waits only as told",
    files: ["server/src/{language,project,platform,sync}/**/*.ts"],
    ignores: THE_REAL_CLOCK,
    rules: {
      "no-restricted-globals": ["error", { globals: [...NO_WORLD, ...NO_TIMERS], checkGlobalObject: true }],
    },
  },
  {
    name: "the language",
    files: LANGUAGE,
    rules: { "no-restricted-syntax": ["error", ...LANGUAGE_SYNTAX, ...NO_ASYNC, ...NO_CLASS] },
  },
  {
    name: "the parser",
    files: ["server/src/language/syntax/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...LANGUAGE_SYNTAX, ...NO_ASYNC, ...NO_CLASS_BUT_THE_PARSER] },
  },
  {
    name: "the layout, which waits for the engine that it is handed, and the drawing, which waits for the layout",
    files: ["server/src/language/graph/{layout,draw}.ts"],
    rules: { "no-restricted-syntax": ["error", ...LANGUAGE_SYNTAX, ...NO_CLASS] },
  },
  {
    name: "our own requests",
    files: ["server/src/protocol.ts"],
    rules: { "no-restricted-syntax": ["error", ...SHIPPED_SYNTAX, ...TYPES_ONLY] },
  },
  {
    name: "boundaries",
    files: BOUNDARIES,
    rules: { "house/documented-boundary": "error" },
  },

  {
    name: "tests",
    files: TESTS,
    rules: {
      "no-restricted-syntax": ["error", ...EVERYWHERE, ...HONEST_TESTS],
      "max-lines-per-function": "off",
      "max-params": "off",
      // A suite's callback returns nothing, and mocha's and vitest's functions take async callbacks.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-base-to-string": "off",
    },
  },
  {
    name: "tests wait for what happens, not for time",
    files: ["test/**/*.test.ts"],
    rules: { "no-restricted-globals": ["error", { globals: NO_TIMERS, checkGlobalObject: true }] },
  },
  {
    name: "configuration, whose form its tool decides",
    files: ["*.config.mts", "*.config.mjs", ".dependency-cruiser.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { "no-restricted-syntax": "off" },
  },
);

/** @param {string} selector @param {string} message */
function forbid(selector, message) {
  return { selector, message };
}

/** @param {string} name @param {string} message */
function banned(name, message) {
  return { name, message };
}

function relativeWithoutExtension() {
  return {
    regex: "^\\.{1,2}/(?!.*\\.(m?ts|mjs|json)$)",
    message: "Import with the file's extension.",
  };
}
