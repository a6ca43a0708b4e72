// The preview's page: its frame, its tools, and the policy that lets nothing else in.
import * as vscode from "vscode";
import type { Counted, PageWords } from "./messages.ts";

export interface PageParts {
  /** Fresh for every page. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The document whose graph is shown. */
  readonly documentUri: string;
}

export function pageHtml({ nonce, scriptUri, styleUri, documentUri }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(vscode.l10n.t("Flow of objectives"))}</title>
<link rel="stylesheet" nonce="${nonce}" href="${attribute(styleUri)}">
</head>
<body data-uri="${attribute(documentUri)}" data-words="${attribute(JSON.stringify(pageWords()))}">
${bodyHtml()}
<script nonce="${nonce}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

/** What the page's script finds when it starts. */
export function bodyHtml(): string {
  return `<main id="stage" tabindex="0" role="application" aria-roledescription="${attribute(vscode.l10n.t("flow graph"))}" aria-label="${attribute(vscode.l10n.t("Flow of objectives"))}" aria-describedby="keys"><div id="picture"></div></main>
<p id="keys" class="unseen">${attribute(vscode.l10n.t("Arrow keys follow the edges. Enter shows the source. Slash finds. Plus and minus zoom, 0 shows everything."))}</p>
<section id="empty" aria-labelledby="empty-title" hidden>
<h1 id="empty-title">${attribute(vscode.l10n.t("No objectives yet"))}</h1>
<p>${attribute(vscode.l10n.t("Write the first one, and it appears here:"))}</p>
<pre>objective greet {
  prompt "${attribute(vscode.l10n.t("Greet the caller."))}"
}</pre>
</section>
<div id="notes">
<button id="problems" type="button" hidden></button>
<p id="plain" hidden>${attribute(vscode.l10n.t("The layout took too long, so this is a plain drawing. The next change tries again."))}</p>
</div>
<form id="finder" role="search" aria-label="${attribute(vscode.l10n.t("Find in the flow"))}" hidden>
<input id="query" type="search" placeholder="${attribute(vscode.l10n.t("Find a name, prompt, variable or condition"))}" aria-label="${attribute(vscode.l10n.t("Find in the flow"))}" autocomplete="off" spellcheck="false">
<output id="hits" for="query"></output>
</form>
<div id="tools" role="toolbar" aria-label="${attribute(vscode.l10n.t("View"))}" aria-controls="stage">
${toolHtml({ action: "find", key: "/", words: vscode.l10n.t("Find"), icon: '<circle cx="7" cy="7" r="4.2"/><path d="M10.2 10.2 13.5 13.5"/>' })}
${toolHtml({ action: "out", key: "-", words: vscode.l10n.t("Zoom out"), icon: '<path d="M3.5 8h9"/>' })}
<button type="button" data-do="actual" id="scale" ${namesHtml(vscode.l10n.t("Actual size"), "1")}>100%</button>
${toolHtml({ action: "in", key: "+", words: vscode.l10n.t("Zoom in"), icon: '<path d="M3.5 8h9M8 3.5v9"/>' })}
${toolHtml({ action: "fit", key: "0", words: vscode.l10n.t("Show everything"), icon: '<path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3"/>' })}
</div>
<div id="live" class="unseen" role="status" aria-live="polite"></div>`;
}

interface Tool {
  readonly action: string;
  readonly key: string;
  readonly words: string;
  readonly icon: string;
}

function toolHtml({ action, key, words, icon }: Tool): string {
  return `<button type="button" data-do="${action}" ${namesHtml(words, key)}><svg viewBox="0 0 16 16" aria-hidden="true">${icon}</svg></button>`;
}

/** What a button is called, and the key that does the same. */
function namesHtml(words: string, key: string): string {
  const said = attribute(words);
  return `title="${said} (${key})" aria-label="${said}" aria-keyshortcuts="${key}"`;
}

/** What the page's script says. */
export function pageWords(): PageWords {
  return {
    objective: counted(vscode.l10n.t("1 objective"), vscode.l10n.t("{0} objectives")),
    edge: counted(vscode.l10n.t("1 edge"), vscode.l10n.t("{0} edges")),
    error: counted(vscode.l10n.t("1 error"), vscode.l10n.t("{0} errors")),
    warning: counted(vscode.l10n.t("1 warning"), vscode.l10n.t("{0} warnings")),
    showProblems: vscode.l10n.t("{0} · Show problems"),
    hits: vscode.l10n.t("{0} of {1}"),
    noHits: vscode.l10n.t("Nothing found"),
  };
}

function counted(one: string, many: string): Counted {
  return { one, many };
}

function policy(nonce: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`;
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
