// A set of several files, as a designer lives in it: mended where it is wrong, renamed everywhere, looked up, pulled.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import {
  answerDialog,
  dialog,
  expandFolder,
  openFile,
  openFixes,
  readMessage,
  runOwnCommand,
  word,
} from "./driver.mts";

export const title = "A set of several files, mended, renamed and pulled";

export async function travel({ page, workspace, picture }: Traveller): Promise<void> {
  await expandFolder(page, "clinics");
  await openFile(page, "city.objectives");

  // A variable twice: the light bulb removes it.
  await word(page, "call_reason").click();
  await page.keyboard.press("End");
  await page.keyboard.type(", call_reason");
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  const fix = (await openFixes(page)).getByText("Remove the second 'call_reason'");
  await fix.waitFor();
  await picture("fixes");
  await fix.click();
  await page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });

  // A name of the shared fragment, renamed where it is used.
  await word(page, "say_goodbye").click();
  await page.keyboard.press("F2");
  const box = page.locator(".rename-box input");
  await box.waitFor();
  await picture("rename");
  await box.fill("end_call");
  await page.keyboard.press("Enter");
  await word(page, "end_call").waitFor();
  await page.keyboard.press("Control+K");
  await page.keyboard.press("S");
  await page.locator(".tab.dirty").first().waitFor({ state: "detached" });
  await openFile(page, "harbour.objectives");
  await word(page, "end_call").waitFor();
  await picture("renamed-in-another-set");

  // What would be sent, and where each value is written.
  await openFile(page, "city.objectives");
  await runOwnCommand(page, "objectives.openCompiled");
  const json = page.locator(".editor-group-container").last();
  await json.getByText('"objective_prompt"').first().waitFor();
  await json.getByText('"objective_prompt"').first().hover();
  await page.locator(".monaco-hover").getByText("city.objectives, line").first().waitFor();
  await picture("compiled-hover");
  await page.keyboard.press("Escape");

  // Somebody changes the set elsewhere: the change comes into the text.
  await word(page, "ask_reason").click();
  await runOwnCommand(page, "objectives.upload");
  await dialog(page).waitFor();
  await answerDialog(page, "Upload");
  await readMessage(page, /made as o\w+ on local/);
  const state = path.join(workspace, "clinics", ".objectives", "emulator.json");
  writeFileSync(
    state,
    readFileSync(state, "utf8").replace("find out why they call", "kindly ask why they call"),
  );
  await runOwnCommand(page, "objectives.pull");
  await readMessage(page, /took over what changed/);
  await page.locator(".view-line").getByText("kindly").first().waitFor();
  await picture("pulled");
}
