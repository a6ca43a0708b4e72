// How a text looks: colours, hints, lenses and folds, in every kind of theme.
import type { Page } from "playwright-core";
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import {
  answerDialog,
  dialog,
  lens,
  openFile,
  readMessage,
  runCommand,
  runOwnCommand,
  word,
} from "./driver.mts";

export const title = "Colours, hints, lenses and folds";

export const themes = ["dark", "light", "high contrast"] as const;

export async function travel({ page, picture }: Traveller): Promise<void> {
  await openFile(page, "support-triage.objectives");
  await lens(page, "The conversation starts here").waitFor();
  await lens(page, "Never uploaded to local").waitFor();
  await hint(page, "= Lumen One").first().waitFor();
  await picture("text");

  // The ways in, where they are written.
  await lens(page, "1 way in").first().click();
  await page.locator(".peekview-widget").waitFor();
  await picture("ways-in");
  await page.keyboard.press("Escape");
  await page.locator(".peekview-widget").waitFor({ state: "hidden" });

  // What is uploaded is told above the header, and that it changed since.
  await word(page, "identify_issue").click();
  await runOwnCommand(page, "objectives.upload");
  await dialog(page).waitFor();
  await answerDialog(page, "Upload");
  await readMessage(page, /made as o\w+ on local/);
  await page.keyboard.press("Escape");
  await word(page, "issue_summary").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+Home");
  await lens(page, "As uploaded to local").waitFor();
  await word(page, "issue_summary").click();
  await page.keyboard.press("End");
  await page.keyboard.type(", mood");
  await page.keyboard.press("Escape");
  await lens(page, "Changed since the upload to local").waitFor();

  // A double click writes down what an objective inherits.
  await hint(page, 'callback "${hooks}/support"').first().dblclick();
  await page
    .locator(".view-line")
    .filter({ hasText: /^\s*callback/ })
    .nth(1)
    .waitFor();
  await picture("changed");

  await runCommand(page, "Fold All");
  await lens(page, "The conversation starts here").waitFor();
  await picture("folded");
}

function hint(page: Page, text: string) {
  return page.locator(".view-line span").getByText(text);
}
