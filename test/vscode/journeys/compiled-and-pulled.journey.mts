// A set of several files and the platform: what would be sent of it, and what somebody changed there meanwhile.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import { answerDialog, dialog, expandFolder, openFile, readMessage, runOwnCommand, word } from "./driver.mts";

export const title = "A set of several files, compiled and pulled";

export const themes = ["light"] as const;

export async function travel({ page, workspace, picture }: Traveller): Promise<void> {
  await expandFolder(page, "clinics");
  await openFile(page, "city.objectives");

  // What would be sent, and where each value is written.
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
