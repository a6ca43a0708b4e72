// Mocha in a web worker, before any suite is loaded: `suite` and `test` become global.
import "mocha/mocha.js";
import { TEST_LIMIT_MS } from "../outcomes.ts";

// The base reporter prints nothing: where the report goes is the harness's affair.
mocha.setup({ ui: "tdd", timeout: TEST_LIMIT_MS, reporter: Mocha.reporters.Base });
