// The extension in Spanish: the manifest's words, the client's own, and those of the language server.
import type { Traveller } from "../../../scripts/vscode/journeys.mts";
import {
  askInstead,
  dialog,
  drawn,
  expandRow,
  openFile,
  runCommand,
  squiggles,
  statusItem,
  suggestion,
  word,
} from "./driver.mts";

export const title = "A mistake, its mending, and what an upload would change, in Spanish";

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

  await word(page, "collect").hover();
  await page.locator(".monaco-hover").getByText("Las variables que se recogen").first().waitFor();
  await picture("keyword");

  await askInstead(page, "wrap_upp", "wrap_up");
  await suggestion(page, "check_patient_status").getByText("lleva de vuelta aquí").waitFor();
  await picture("completion");
  await page.keyboard.press("Escape");
  await page.keyboard.type("wrap_up");
  await page.keyboard.press("Control+S");
  await page.locator(".tab.active.dirty").waitFor({ state: "detached" });

  await runCommand(page, "Objetivos: Vista previa del grafo");
  await drawn(page, "INICIO").waitFor();
  await picture("graph");

  await runCommand(page, "Objetivos: Subir");
  await dialog(page).getByText("emulador, no Tavus").first().waitFor();
  await picture("upload");
  await page.keyboard.press("Escape");
  await runCommand(page, "Objetivos: Planificar una subida");
  await page.locator(".monaco-editor .view-line").getByText("Qué ocurre").waitFor();
  await picture("plan");

  await page.locator('.activitybar [aria-label="Objetivos"]').first().click();
  await page.locator(".pane-composite-part .title-label").getByText("Objetivos: Conjuntos").first().waitFor();
  await expandRow(page, "dental-intake.objectives");
  await page.locator('.pane-body .monaco-list-row[aria-label*="el inicio"]').nth(1).waitFor();
  await statusItem(page).click();
  await page.locator(".quick-input-list").getByText("Planificar una subida").waitFor();
  await picture("quick-actions");
}
