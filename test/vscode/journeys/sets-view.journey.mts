// The sets of the workspace in their view: their flow, what is wrong, how they stand at the target, and what can be done.
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import {
  answerDialog,
  dialog,
  expandRow,
  openSetsView,
  quickInput,
  rowDescription,
  runOwnCommand,
  selectedRow,
  setsRow,
  statusItem,
  word,
} from "./driver.mts";

export const title = "The sets of the workspace, from their names to an objective";

/** The view itself is in every theme in the journey of everything. */
export const themes = ["dark", "high contrast light"] as const;

export async function travel({ page, picture }: Traveller): Promise<void> {
  await openSetsView(page);
  await setsRow(page, "dental-intake.objectives").waitFor();
  await picture("sets");

  await expandRow(page, "dental-intake.objectives");
  await setsRow(page, "show_insurance_card").click();
  await word(page, "show_insurance_card").waitFor();
  await selectedRow(page, "show_insurance_card").waitFor();
  await picture("flow");

  await word(page, "visit_reason").click();
  await selectedRow(page, "returning_patient_intake").waitFor();

  await expandRow(page, "with-a-mistake");
  await setsRow(page, "wrap_upp").waitFor();
  await picture("mistake");

  await statusItem(page).click();
  await quickInput(page).waitFor();
  await picture("quick-actions");
  await page.keyboard.press("Escape");

  await runOwnCommand(page, "objectives.upload");
  await dialog(page)
    .getByText(/emulator, not Tavus/)
    .first()
    .waitFor();
  await answerDialog(page, "Upload");
  await rowDescription(page, /^as uploaded · dental-intake\.objectives/).waitFor();
  await picture("uploaded");

  await runOwnCommand(page, "objectives.openWalkthrough");
  await page.getByAltText(/A set in the editor/).waitFor();
  await picture("walkthrough");
}
