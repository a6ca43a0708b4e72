// The main job, as a newcomer does it: a file with a mistake, mended, looked at as a graph, and uploaded to the emulator.
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import {
  acceptSuggestion,
  answer,
  answerDialog,
  askInstead,
  choose,
  dialog,
  drawn,
  openFile,
  readMessage,
  runOwnCommand,
  squiggles,
  word,
} from "./driver.mts";

/** All of them: the walkthrough shows its pictures in the reader's. */
export const themes = ["dark", "light", "high contrast", "high contrast light"] as const;

export const title = "From a mistake to a set on the emulator";

export async function travel({ page, picture }: Traveller): Promise<void> {
  await openFile(page, "dental-intake-with-a-mistake.objectives");
  await squiggles(page).first().waitFor();
  await word(page, "wrap_upp").hover();
  await page.locator(".monaco-hover").getByText("wrap_upp").first().waitFor();
  await picture("mistake");

  await askInstead(page, "wrap_upp", "wrap_up");
  await picture("completion");
  await acceptSuggestion(page, "wrap_up");
  await squiggles(page).first().waitFor({ state: "detached" });
  await page.keyboard.press("Control+S");
  await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  await picture("mended");

  await runOwnCommand(page, "objectives.previewGraph");
  await drawn(page, "returning_patient_intake").waitFor();
  await picture("graph");

  await drawn(page, "new_patient_intake").click();
  await word(page, "new_patient_intake").waitFor();
  await picture("from-card-to-source");

  await runOwnCommand(page, "objectives.startEmulator");
  await readMessage(page, /127\.0\.0\.1/);
  await runOwnCommand(page, "objectives.upload");
  await dialog(page)
    .getByText(/emulator, not Tavus/)
    .first()
    .waitFor();
  await picture("plan");
  await answerDialog(page, "Upload");
  await readMessage(page, /made as o\w+ on local .*emulator, not Tavus/);
  await picture("uploaded");

  await runOwnCommand(page, "objectives.attachPersona");
  await choose(page, "New persona with a system prompt");
  await answer(page, "(1 of 2)", "Front desk");
  await answer(page, "(2 of 2)", "You receive the patients of a dental practice.");
  await readMessage(page, /Persona p\w+ was made; it follows o\w+/);
  await picture("attached");
}
