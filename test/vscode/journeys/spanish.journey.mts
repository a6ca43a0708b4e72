// The extension in Spanish: the manifest's words, the client's own, and those of the language server.
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import { expandRow, openFile, setsRow, squiggles, statusItem, word } from "./driver.mts";

export const title = "A mistake and its set, in Spanish";

export const themes = ["dark"] as const;

export const language = "es";

export async function travel({ page, picture }: Traveller): Promise<void> {
  await openFile(page, "dental-intake-with-a-mistake.objectives");
  await squiggles(page).first().waitFor();
  await word(page, "wrap_upp").hover();
  await page
    .locator(".monaco-hover")
    .getByText("Ningún objetivo se llama 'wrap_upp'. ¿Querías decir 'wrap_up'?")
    .first()
    .waitFor();
  await picture("mistake");

  await page.locator('.activitybar [aria-label="Objetivos"]').first().click();
  await page.locator(".pane-composite-part .title-label").getByText("Objetivos: Conjuntos").first().waitFor();
  await expandRow(page, "with-a-mistake");
  await setsRow(page, "wrap_upp").waitFor();
  await statusItem(page).click();
  await page.locator(".quick-input-list").getByText("Planificar una subida").waitFor();
  await picture("quick-actions");
}
