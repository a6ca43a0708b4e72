// What stands in for VS Code where the client's modules run without it: its translations, in English.
import { filled } from "../../client/webview/words.ts";

export const l10n = { t: filled };
export const env = { language: "en" };
