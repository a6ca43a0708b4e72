// The elements of the page that its script works with.

export interface PageParts {
  readonly stage: HTMLElement;
  readonly picture: HTMLElement;
  readonly empty: HTMLElement;
  readonly problems: HTMLElement;
  readonly plain: HTMLElement;
  readonly tools: HTMLElement;
  readonly scale: HTMLElement;
  readonly finder: HTMLFormElement;
  readonly query: HTMLInputElement;
  readonly hits: HTMLElement;
  readonly live: HTMLElement;
}

export function partsOf(document: Document): PageParts {
  const find = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`The page has no element "${id}".`);
    return element as Kind; // the page's own markup says which kind
  };
  return {
    stage: find("stage"),
    picture: find("picture"),
    empty: find("empty"),
    problems: find("problems"),
    plain: find("plain"),
    tools: find("tools"),
    scale: find("scale"),
    finder: find<HTMLFormElement>("finder"),
    query: find<HTMLInputElement>("query"),
    hits: find("hits"),
    live: find("live"),
  };
}
