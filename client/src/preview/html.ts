// The preview's page: its frame, its tools, and the policy that lets nothing else in.

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
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Flow</title>
<link rel="stylesheet" nonce="${nonce}" href="${attribute(styleUri)}">
</head>
<body data-uri="${attribute(documentUri)}">
${BODY}
<script nonce="${nonce}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

/** What the page's script finds when it starts. */
export const BODY = `<main id="stage" tabindex="0" role="application" aria-roledescription="flow graph" aria-label="Flow of objectives" aria-describedby="keys"><div id="picture"></div></main>
<p id="keys" class="unseen">Arrow keys follow the edges. Enter shows the source. Slash finds. Plus and minus zoom, 0 shows everything.</p>
<section id="empty" hidden>
<h1>No objectives yet</h1>
<p>Write the first one, and it appears here:</p>
<pre>objective greet {
  prompt "Greet the caller."
}</pre>
</section>
<div id="notes">
<button id="problems" type="button" hidden></button>
<p id="plain" hidden>The layout took too long, so this is a plain drawing. The next change tries again.</p>
</div>
<form id="finder" role="search" hidden>
<input id="query" type="search" placeholder="Find a name, prompt, variable or condition" aria-label="Find in the flow" autocomplete="off" spellcheck="false">
<output id="hits" for="query"></output>
</form>
<div id="tools" role="toolbar" aria-label="View">
<button type="button" data-do="find" title="Find (/)" aria-label="Find"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.2"/><path d="M10.2 10.2 13.5 13.5"/></svg></button>
<button type="button" data-do="out" title="Zoom out (-)" aria-label="Zoom out"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 8h9"/></svg></button>
<button type="button" data-do="actual" title="Actual size (1)" aria-label="Actual size" id="scale">100%</button>
<button type="button" data-do="in" title="Zoom in (+)" aria-label="Zoom in"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 8h9M8 3.5v9"/></svg></button>
<button type="button" data-do="fit" title="Show everything (0)" aria-label="Show everything"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3"/></svg></button>
</div>
<div id="live" class="unseen" role="status" aria-live="polite"></div>`;

function policy(nonce: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`;
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
