// The preview's page in a small DOM: what it shows, says and keeps.
// @vitest-environment happy-dom
import type { Document, HTMLElement, Window } from "happy-dom";
import { beforeEach, describe, expect, test } from "vitest";
import { bodyHtml, pageWords } from "../../client/src/preview/html.ts";
import type { FromPage, PageState } from "../../client/src/preview/messages.ts";
import { startPage } from "../../client/webview/page.ts";
import { drawGraph } from "../../server/src/language/graph/draw.ts";
import { newLayoutMemory } from "../../server/src/language/graph/layout.ts";
import { refusingEngine, viewOf } from "../language/graph/drawn.ts";
import { inEnglish } from "../../server/src/language/text/sentence.ts";

const TEXT = `
objective greet { prompt "Greet the caller." -> buy when "they buy" -> close otherwise }
objective buy { prompt "Ask what they look for." -> close }
objective close { prompt "Say goodbye." }
`;

const { document, window } = globalThis as unknown as { document: Document; window: Window };

describe("the page", () => {
  beforeEach(() => {
    document.body.innerHTML = bodyHtml();
    document.body.dataset["words"] = JSON.stringify(pageWords());
    document.body.dataset["uri"] = "file:///a.objectives";
  });

  test("says that it listens", () => {
    expect(startedPage().said).toEqual([{ type: "ready", fonts: null }]);
  });

  test("shows the graph and tells how large it is", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    expect(document.querySelectorAll(".node").length).toBe(3);
    expect([part("live").textContent, part("empty").hidden, part("problems").hidden]).toEqual([
      "3 objectives, 3 edges",
      true,
      true,
    ]);
  });

  test("stays calm when there is nothing to draw", async () => {
    const page = startedPage();
    await page.receive("");
    expect([part("empty").hidden, part("tools").hidden]).toEqual([false, true]);
    await page.receive(TEXT);
    expect([part("empty").hidden, part("tools").hidden]).toEqual([true, false]);
  });

  test("tells of errors, and opens them", async () => {
    const page = startedPage();
    await page.receive(TEXT, { errors: 2, warnings: 1 });
    expect(part("problems").textContent).toBe("2 errors, 1 warning · Show problems");
    part("problems").click();
    expect(page.said.at(-1)).toEqual({ type: "problems" });
  });

  test("tells when the drawing is a plain one", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    expect(part("plain").hidden).toBe(false);
  });

  test("shows where a card is written when it is clicked, and an edge by its condition", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    element('[data-node="1"] text').dispatchEvent(new window.MouseEvent("click", { bubbles: true }));
    element('[data-edge="0"] text').dispatchEvent(new window.MouseEvent("click", { bubbles: true }));
    expect(page.said.slice(1)).toEqual([
      { type: "reveal", id: "buy", focus: "graph" },
      { type: "reveal", id: "greet when buy", focus: "graph" },
    ]);
    expect(selectedNames()).toEqual(["buy"]);
  });

  test("walks along the edges by the arrow keys, and shows the source by Enter", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    const walk = ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp"].map((key) => {
      page.press(key);
      return selectedNames().join();
    });
    expect(walk[0]).toBe("greet");
    expect(walk.slice(1).every((name) => name !== "")).toBe(true);
    page.press("Enter");
    expect(page.said.at(-1)).toEqual({ type: "reveal", id: walk.at(-1), focus: "source" });
    expect(part("stage").getAttribute("aria-activedescendant")).toMatch(/^node-\d$/);
    page.press("Escape");
    expect(selectedNames()).toEqual([]);
  });

  test("follows the cursor without answering it", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    page.post({ type: "select", id: "close" });
    expect([selectedNames(), page.said.length]).toEqual([["close"], 1]);
    page.post({ type: "select", id: null });
    expect(selectedNames()).toEqual([]);
  });

  test("finds by name, prompt and condition", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    page.press("/");
    expect(part("finder").hidden).toBe(false);
    page.type("goodbye");
    expect([part("hits").textContent, selectedNames()]).toEqual(["1 of 1", ["close"]]);
    page.type("they buy");
    expect([part("hits").textContent, selectedNames()]).toEqual(["1 of 2", ["greet"]]);
    page.type("nobody");
    expect(part("hits").textContent).toBe("Nothing found");
  });

  test("keeps its document, view and selection for a reload, and starts from them", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    page.press("ArrowDown");
    page.press("+");
    const { kept } = page;
    const again = startedPage(kept());
    await again.receive(TEXT);
    expect(kept()?.uri).toBe("file:///a.objectives");
    expect(again.kept()).toEqual(kept());
    expect(selectedNames()).toEqual(["greet"]);
  });

  test("keeps the selected card where it is on the screen when the graph changes", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    page.post({ type: "select", id: "close" });
    page.press("+");
    const before = screenTop("close", page.kept());
    await page.receive(`objective first { prompt "First." -> greet }\n${TEXT}`);
    expect(screenTop("close", page.kept())).toBeCloseTo(before, 3);
  });

  test("takes no words of strangers", async () => {
    const page = startedPage();
    await page.receive(TEXT);
    page.post({ type: "graph", graph: { svg: 3 } });
    page.post("select");
    expect(document.querySelectorAll(".node").length).toBe(3);
  });
});

function startedPage(state?: PageState) {
  const said: FromPage[] = [];
  let kept = state;
  const api = {
    postMessage: (message: FromPage) => void said.push(message),
    getState: () => kept,
    setState: (next: PageState) => void (kept = next),
  };
  startPage(document, api);
  const post = (data: unknown): void =>
    void window.dispatchEvent(new window.MessageEvent("message", { data: data as never }));
  const query = part("query");
  return {
    said,
    post,
    kept: () => kept,
    receive: async (text: string, problems = { errors: 0, warnings: 0 }): Promise<void> => {
      const drawing = await drawGraph(viewOf(text), refusingEngine, newLayoutMemory(), {
        theme: "editor",
        words: inEnglish,
      });
      post({ type: "graph", graph: { version: 1, ...drawing, problems } });
    },
    press: (key: string) => part("stage").dispatchEvent(new window.KeyboardEvent("keydown", { key })),
    type: (words: string) => {
      (query as unknown as { value: string }).value = words;
      query.dispatchEvent(new window.Event("input"));
    },
  };
}

function part(id: string): HTMLElement {
  return element(`#${id}`);
}

function element(selector: string): HTMLElement {
  const it = document.querySelector(selector);
  if (!it) throw new Error(`Nothing is ${selector}.`);
  return it as HTMLElement;
}

function selectedNames(): readonly string[] {
  return [...document.querySelectorAll(".node.selected")].map(
    (it) => it.querySelector("text")?.textContent ?? "",
  );
}

/** Where the card's top is on the screen. */
function screenTop(name: string, state: PageState | undefined): number {
  const card = [...document.querySelectorAll(".node")].find(
    (it) => it.querySelector("text")?.textContent === name,
  );
  const top = Number(/,(-?[\d.]+)\)/.exec(card?.getAttribute("transform") ?? "")?.[1]);
  return (state?.view?.y ?? 0) + top * (state?.view?.scale ?? 1);
}
