// All that an editor does for who writes: offers, mends, ties, renames, looks up, rebuilds, takes in what comes from elsewhere.
import * as assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import {
  acceptSuggestion,
  bulbAtCursor,
  dropOn,
  expandFolder,
  lens,
  line,
  openFile,
  openFixes,
  openRefactorings,
  openSetsView,
  paste,
  runCommand,
  selectedRow,
  squiggles,
  suggestion,
  word,
} from "./driver.mts";

export const title = "A set of several files, with all that an editor does for it";

export const themes = ["dark", "light", "high contrast", "high contrast light"] as const;

/** Not so without a word: VS Code paints in red what is tied together, as soon as the cursor is in it. */
export const settings = { "[objectives]": { "editor.linkedEditing": true } };

export async function travel({ page, picture }: Traveller): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await expandFolder(page, "clinics");
  await openFile(page, "city.objectives");
  await startName(page, "ask_reason").waitFor();
  await picture("colours");

  await complete({ page, picture });
  await mend({ page, picture });
  await tie({ page, picture });
  await rename({ page, picture });
  await lookUp({ page, picture });
  await rebuild({ page, picture });
  await takeIn({ page, picture });
  await include({ page, picture });
}

type Stage = (traveller: Pick<Traveller, "page" | "picture">) => Promise<void>;

/** A property's name, and then at once the values that it can have. */
const complete: Stage = async ({ page, picture }) => {
  await endOf(page, "visit_time");
  await page.keyboard.press("Enter");
  await page.keyboard.type("conf");
  await suggestion(page, "confirm").waitFor();
  await suggestion(page, "confirm").click();
  await suggestion(page, "manual").waitFor();
  await picture("completion");
  await acceptSuggestion(page, "manual");
  await word(page, "manual").waitFor();
};

/** One mistake by its light bulb, and then all that need no thinking. */
const mend: Stage = async ({ page, picture }) => {
  await endOf(page, "call_reason");
  await page.keyboard.type(", call_reason");
  await squiggles(page).first().waitFor();
  const fix = (await openFixes(page)).getByText("Remove the second 'call_reason'");
  await fix.waitFor();
  await picture("fixes");
  await fix.click();
  await squiggles(page).first().waitFor({ state: "detached" });

  await endOf(page, "call_reason");
  await page.keyboard.type(", call_reason");
  await endOf(page, "visit_time");
  await page.keyboard.type(", visit_day");
  await squiggles(page).nth(1).waitFor();
  await page.keyboard.press("Escape");
  await bulbAtCursor(page);
  await runCommand(page, "Fix All");
  await squiggles(page).first().waitFor({ state: "detached" });
};

/** What is typed into a declaration is typed into its arrows and steps. */
const tie: Stage = async ({ page, picture }) => {
  await mention(page, "objective", "book_visit").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.locator(".linked-editing-decoration").nth(2).waitFor();
  await page.keyboard.type("_now");
  await mention(page, "->", "book_visit_now").waitFor();
  await squiggles(page).first().waitFor({ state: "detached" });
  await lens(page, "1 way in").waitFor();
  await picture("tied");
};

/** A name of the shared fragment, in every set that includes it; looked at first. */
const rename: Stage = async ({ page, picture }) => {
  await word(page, "say_goodbye").click();
  await page.keyboard.press("F2");
  const box = page.locator(".rename-box input");
  await box.waitFor();
  await picture("rename");
  await box.fill("end_call");
  await page.keyboard.press("Control+Enter");
  const preview = page.locator(".part.panel");
  await preview.getByText("harbour.objectives").waitFor();
  await preview.locator(".monaco-list-row").filter({ hasText: "objective say_goodbye" }).waitFor();
  await picture("rename-everywhere");
  await preview.getByText("Apply", { exact: true }).click();
  await word(page, "end_call").waitFor();
};

/** Who leads to an objective. */
const lookUp: Stage = async ({ page, picture }) => {
  await word(page, "end_call").click();
  await page.keyboard.press("Shift+Alt+H");
  const callers = page.locator(".part.sidebar .monaco-list-row");
  await callers.filter({ hasText: "ask_reason" }).filter({ hasText: "otherwise" }).waitFor();
  await callers.filter({ hasText: "ask_name" }).filter({ hasText: "required" }).waitFor();
  await picture("hierarchy");
};

/** A part of a prompt becomes the next objective, and is named as soon as it is there. */
const rebuild: Stage = async ({ page, picture }) => {
  await line(page, "Agree with the caller").click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  for (let words = 0; words < 7; words += 1) await page.keyboard.press("Control+Shift+ArrowLeft");
  const refactoring = (await openRefactorings(page)).getByText("Extract to a new next objective");
  await refactoring.waitFor();
  await picture("refactorings");
  await refactoring.click();
  const box = page.locator(".rename-box input");
  await box.waitFor();
  await picture("new-name");
  await box.fill("agree_on_time");
  await page.keyboard.press("Enter");
  await mention(page, "->", "agree_on_time").waitFor();
  await lens(page, "1 way in").nth(1).waitFor();
  await openSetsView(page);
  await selectedRow(page, "agree_on_time").waitFor();
  await picture("in-the-view");
};

/** The platform's JSON becomes objectives, prose a text of several lines; both are taken back. */
const takeIn: Stage = async ({ page, picture }) => {
  await page.locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("Control+End");
  await paste(page, '[{"objective_name": "say_the_price", "objective_prompt": "Tell what it costs."}]');
  await word(page, '"Tell what it costs."').dblclick();
  await paste(page, 'Say "it depends".\nThen say on what:');
  await line(page, "Then say on what:").waitFor();
  const first = (await line(page, 'Say "it depends".').textContent()) ?? "";
  assert.match(first, /^\s{4}\S/, "indented as the lines below");
  await picture("pasted");
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await word(page, "say_the_price").waitFor({ state: "detached" });
  // The view still follows: to open another one at once would be taken back. No row of before is this one.
  await word(page, "visit_time").click();
  await selectedRow(page, "book_visit_now").waitFor();
};

/** A fragment that is dropped on a set is included in it. */
const include: Stage = async ({ page, picture }) => {
  await runCommand(page, "View: Show Explorer");
  await openFile(page, "harbour.objectives");
  await word(page, "end_call").waitFor();
  await word(page, "include").click();
  await runCommand(page, "Delete Line");
  await squiggles(page).first().waitFor();
  await expandFolder(page, "shared");
  await dropOn(page, "closing.objectives", line(page, "end_call"));
  await word(page, "include").waitFor();
  await squiggles(page).first().waitFor({ state: "detached" });
  await picture("dropped");
};

async function endOf(page: Page, text: string): Promise<void> {
  await word(page, text).click();
  await page.keyboard.press("End");
}

/** A name in the first line that begins with the word and has the name. */
function mention(page: Page, first: string, name: string): Locator {
  return page
    .locator(".monaco-editor .view-line")
    .filter({ hasText: new RegExp(`^\\s*${first}\\s+${name}(?![\\w-])`) })
    .first();
}

/** Only the language server knows with which objective a conversation starts. */
function startName(page: Page, name: string): Locator {
  return page.locator(".monaco-editor .view-line .mtkb").filter({ hasText: name });
}
