// What a user does in the workbench: opens files, runs commands, answers dialogs, looks at what is there.
import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";

/** Opens a file that the explorer shows by a double click. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".explorer-folders-view").getByText(name, { exact: true }).dblclick();
  await page.locator(".tabs-container .tab.active").filter({ hasText: name }).waitFor();
  await page.locator(".monaco-editor .view-line").first().waitFor();
}

/** Opens a folder in the explorer. */
export async function expandFolder(page: Page, name: string): Promise<void> {
  await page.locator(".explorer-folders-view").getByText(name, { exact: true }).click();
}

/** Runs a command of the extension by the words that the palette shows for it. */
export function runOwnCommand(page: Page, id: string): Promise<void> {
  return runCommand(page, paletteTitle(id));
}

/** Runs a command by the words that the palette shows for it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await quickInput(page).fill(`>${title}`);
  await page.locator(".quick-input-list").getByText(title, { exact: true }).first().click();
}

/** The field of the palette, of a pick or of an input box: whichever is open. */
export function quickInput(page: Page): Locator {
  return page.locator(".quick-input-widget input:visible").first();
}

/** Picks the row of the open list whose words these are. */
export async function choose(page: Page, words: string): Promise<void> {
  await page.locator(".quick-input-list").getByText(words).first().click();
}

/** Types into the input box with this in its title. */
export async function answer(page: Page, title: string, words: string): Promise<void> {
  const box = page.locator(".quick-input-title").filter({ hasText: title });
  await box.waitFor();
  await quickInput(page).fill(words);
  await quickInput(page).press("Enter");
  await box.waitFor({ state: "hidden" }); // what is typed before it is taken takes it back
}

/** Opens the menu of fixes for what the cursor is at. */
export function openFixes(page: Page): Promise<Locator> {
  return openActions(page, "Control+.");
}

/** Opens the menu of refactorings for what is selected. */
export function openRefactorings(page: Page): Promise<Locator> {
  return openActions(page, "Control+Shift+R");
}

/** A moment after the cursor has moved VS Code asks for its light bulb, and gives up a menu that was asked for before. */
async function openActions(page: Page, key: string): Promise<Locator> {
  await bulbAtCursor(page);
  await page.keyboard.press(key);
  return page.locator(".action-widget");
}

/** Until then VS Code may give up whatever actions somebody asks for. */
export async function bulbAtCursor(page: Page): Promise<void> {
  await page.waitForFunction(isBulbAtCursor);
}

/** Runs in the page. The bulb of where the cursor was is to be seen until then. */
function isBulbAtCursor(): boolean {
  const [bulb] = document.querySelector(".lightBulbWidget")?.getClientRects() ?? [];
  const [cursor] = document.querySelector(".focused .cursors-layer .cursor")?.getClientRects() ?? [];
  return bulb !== undefined && cursor !== undefined && Math.abs(bulb.top - cursor.top) < 1.5 * cursor.height;
}

/** The dialog that stands before the workbench. */
export function dialog(page: Page): Locator {
  return page.locator(".monaco-dialog-box");
}

export async function answerDialog(page: Page, button: string): Promise<void> {
  await dialog(page).locator(".monaco-button").filter({ hasText: button }).first().click();
}

/** Reads a message where VS Code files all of them: of those that come quickly it pops up no more than a few. */
export async function readMessage(page: Page, text: RegExp): Promise<void> {
  await runCommand(page, "Notifications: Show Notifications");
  await page.locator(".notifications-center .notification-list-item").filter({ hasText: text }).waitFor();
}

export function word(page: Page, text: string): Locator {
  return page.locator(".monaco-editor .view-line").getByText(text, { exact: true }).first();
}

/** The first line of the text with this in it. */
export function line(page: Page, text: string): Locator {
  return page.locator(".monaco-editor .view-line").filter({ hasText: text }).first();
}

/** What stands above a line, such as how many ways lead to an objective. */
export function lens(page: Page, text: string): Locator {
  return page.locator(".codelens-decoration a, .codelens-decoration span").filter({ hasText: text });
}

/** Pastes as if the text had been copied elsewhere; the page needs leave to use the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await page.keyboard.press("Control+V");
}

/** Drags a file that the explorer shows onto a text, with the key that drops it into that instead of opening it. */
export async function dropOn(page: Page, name: string, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  assert.ok(box, "the target is not to be seen");
  await page.locator(".explorer-folders-view").getByText(name, { exact: true }).hover();
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 5, { steps: 3 });
  await page.locator("#monaco-workbench-editor-drop-overlay").waitFor();
  await page.keyboard.down("Shift");
  await page.mouse.move(box.x + 40, box.y + 5, { steps: 3 });
  await page.locator("#monaco-workbench-editor-drop-overlay").waitFor({ state: "detached" });
  await page.mouse.move(box.x + 60, box.y + 5, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
}

export function squiggles(page: Page): Locator {
  return page.locator(".monaco-editor .squiggly-error");
}

/** Erases a word and asks what could stand there, until an answer is offered. */
export async function askInstead(page: Page, wrong: string, right: string): Promise<void> {
  await word(page, wrong).dblclick();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Space");
  await suggestion(page, right).waitFor();
}

export async function acceptSuggestion(page: Page, label: string): Promise<void> {
  await suggestion(page, label).click();
  await page.locator(".suggest-widget.visible").waitFor({ state: "hidden" });
}

export function suggestion(page: Page, label: string): Locator {
  return page.locator(".suggest-widget.visible .monaco-list-row").filter({ hasText: label }).first();
}

/** A row of the view Objectives. */
export function setsRow(page: Page, text: string): Locator {
  return page.locator(SETS_ROW).filter({ hasText: text }).first();
}

/** The row that the view marks, if that is the one. */
export function selectedRow(page: Page, text: string): Locator {
  return page.locator(`${SETS_ROW}.selected`).filter({ hasText: text });
}

/** What stands behind the name in a row. */
export function rowDescription(page: Page, text: RegExp): Locator {
  return page.locator(`${SETS_ROW} .label-description`).filter({ hasText: text });
}

const SETS_ROW = ".pane-body .monaco-list-row";

/** Opens the view Objectives. */
export async function openSetsView(page: Page): Promise<void> {
  await page.locator('.activitybar [aria-label="Objectives"]').first().click();
}

export async function expandRow(page: Page, text: string): Promise<void> {
  await setsRow(page, text).locator(".monaco-tl-twistie").click();
}

/** The entry of the status bar about the active set. */
export function statusItem(page: Page): Locator {
  return page.locator('.statusbar-item[id$="objectives.set"]');
}

/** The inside of the open webview. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
}

/** A name, prompt or condition that is drawn in the preview; tooltips say the same words unseen. */
export function drawn(page: Page, text: string): Locator {
  return webview(page).locator("svg text").filter({ hasText: text }).first();
}

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

function paletteTitle(id: string): string {
  const { contributes } = manifestFile<{ contributes: { commands: readonly Command[] } }>("package.json");
  const words = manifestFile<Readonly<Record<string, string>>>("package.nls.json");
  const inWords = (key: string): string => words[key.replaceAll("%", "")] ?? key;
  const command = contributes.commands.find((it) => it.command === id);
  if (!command) throw new Error(`The extension contributes no command ${id}.`);
  return [command.category, command.title].flatMap((key) => (key ? [inWords(key)] : [])).join(": ");
}

function manifestFile<Content>(name: string): Content {
  const file = path.join(import.meta.dirname, "..", "..", "..", name);
  return JSON.parse(readFileSync(file, "utf8")) as Content;
}
