// What is copied elsewhere and pasted into a set: the platform's JSON as objectives, prose as a text of several lines.
import * as assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import { openFile, word } from "./driver.mts";

export const title = "From the platform's JSON and from prose to a set";

const JSON_OF_ONE = '[{"objective_name": "say_the_price", "objective_prompt": "Tell what it costs."}]';

export async function travel({ page, picture }: Traveller): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFile(page, "dental-intake.objectives");
  await word(page, "wrap_up").click();
  await page.keyboard.press("Control+End");
  await paste(page, JSON_OF_ONE);
  await word(page, "say_the_price").waitFor();
  await picture("objectives");

  await word(page, '"Tell what it costs."').dblclick();
  await paste(page, 'Say "it depends".\nThen say on what:');
  await line(page, "Then say on what:").waitFor();
  const first = (await line(page, 'Say "it depends".').textContent()) ?? "";
  assert.match(first, /^\s{4}\S/, "indented as the lines below");
  await picture("prose");

  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await word(page, "say_the_price").waitFor({ state: "detached" });
  await picture("taken-back");
}

function line(page: Page, text: string): Locator {
  return page.locator(".monaco-editor .view-line").filter({ hasText: text }).first();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await page.keyboard.press("Control+V");
}
