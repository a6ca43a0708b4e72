// The entry of the preview's page: the real document and the panel behind it.
import { startPage, type PanelApi } from "./page.ts";

declare function acquireVsCodeApi(): PanelApi;

startPage(document, acquireVsCodeApi());
