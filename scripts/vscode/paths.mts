// The folders that the harness works with.
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "..", "..");
/** What is made here may be thrown away: it is made again. */
export const CACHE = path.join(ROOT, ".cache");
export const SCREENSHOTS = path.join(CACHE, "screenshots");
export const TESTS = path.join(ROOT, "test", "vscode");
/** What suites and journeys open, each a copy of its own: what the README shows. */
export const WORKSPACE = path.join(ROOT, "examples");
