// The preview's page: shows what the panel sends, says what the reader does, and keeps what should outlive a reload.
import type { Point } from "../../server/src/language/graph/geometry.ts";
import type { GraphResult } from "../../server/src/protocol.ts";
import type { FromPage, PageState } from "../src/preview/messages.ts";
import { finderOf } from "./finder.ts";
import { measuredFonts } from "./fonts.ts";
import { listen, type Action } from "./gestures.ts";
import { incoming } from "./incoming.ts";
import { notesOf } from "./notes.ts";
import { partsOf, type PageParts } from "./parts.ts";
import { stageOf, type Stage } from "./stage.ts";
import * as viewport from "./viewport.ts";
import { stepFrom } from "./walk.ts";
import { wordsOf } from "./words.ts";

/** What VS Code gives a page. */
export interface PanelApi {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
}

export function startPage(document: Document, api: PanelApi): void {
  const parts = partsOf(document);
  const stage = stageOf(parts.stage, parts.picture);
  const words = wordsOf(document);
  const notes = notesOf(parts, words);
  const camera = cameraOf(parts, stage, () => keep());
  const kept = stateOf(api.getState());
  let graph: GraphResult | undefined;
  let selected = kept?.selected;

  const keep = (): void => {
    const uri = document.body.dataset["uri"] ?? "";
    api.setState({ uri, ...camera.kept(), ...(selected === undefined ? {} : { selected }) });
  };
  const select = (id: string | undefined): void => {
    selected = id;
    if (!graph) return;
    stage.select(graph, id);
    const node = graph.nodes.find((it) => it.id === id);
    if (node) camera.bringIn(node);
    keep();
  };
  const finder = finderOf(parts, {
    words,
    graph: () => graph,
    mark: (found) => graph && stage.mark(graph, found),
    goTo: select,
    say: notes.say,
  });
  const show = (next: GraphResult): void => {
    stage.show(next, graph);
    camera.update(next, graph, selected);
    graph = next;
    notes.update(next);
    stage.select(next, selected);
    finder.update();
    keep();
  };
  const reveal = (id: string | undefined, focus: "graph" | "source"): void => {
    if (id !== undefined) api.postMessage({ type: "reveal", id, focus });
  };
  const act = (action: Action): void => {
    if (action === "find") finder.open();
    else if (action === "source") reveal(selected, "source");
    else if (action === "leave") select(undefined);
    else camera.act(action);
  };

  camera.restore(kept?.view);
  document.defaultView?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = incoming(data);
    if (message?.type === "graph") show(message.graph);
    else if (message?.type === "nothing") notes.nothing();
    else if (message && (message.id ?? undefined) !== selected) select(message.id ?? undefined);
  });
  listen(parts.stage, {
    pan: camera.pan,
    zoom: camera.zoom,
    act,
    step: (step) => graph && select(stepFrom(graph, selected, step) ?? selected),
    click: (target) => {
      const id = graph && stage.idAt(graph, target);
      if (graph?.nodes.some((node) => node.id === id)) select(id);
      reveal(id, "graph");
    },
  });
  listenToButtons(parts, act, () => api.postMessage({ type: "problems" }));
  tellFonts(document, api);
}

interface Camera {
  readonly restore: (view: viewport.Viewport | undefined) => void;
  readonly kept: () => Pick<PageState, "view">;
  readonly update: (next: GraphResult, before: GraphResult | undefined, selected: string | undefined) => void;
  readonly bringIn: (node: GraphResult["nodes"][number]) => void;
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number, around: Point) => void;
  readonly act: (action: "in" | "out" | "fit" | "actual") => void;
}

/** The view of the picture. Until the reader moves it, it shows what is best to see first. */
function cameraOf(parts: PageParts, stage: Stage, onMove: () => void): Camera {
  let view: viewport.Viewport = { x: 0, y: 0, scale: 1 };
  let isOwn = false; // the reader's own choice
  let start: GraphResult["nodes"][number] | undefined;
  const place = (next: viewport.Viewport): void => {
    view = next;
    stage.place(view);
    parts.scale.textContent = `${Math.round(view.scale * 100)}%`;
  };
  const move = (next: viewport.Viewport): void => {
    isOwn = true;
    place(next);
    onMove();
  };
  const open = (): void => place(viewport.opening(stage.pictureSize(), stage.screenSize(), start));
  const middle = (): Point => {
    const { width, height } = stage.screenSize();
    return { x: width / 2, y: height / 2 };
  };
  parts.stage.ownerDocument.defaultView?.addEventListener("resize", () => {
    if (!isOwn && start) open();
  });
  return {
    restore: (kept) => {
      if (!kept) return;
      isOwn = true;
      place(kept);
    },
    kept: () => (isOwn ? { view } : {}),
    update: (next, before, selected) => {
      start = next.nodes[0];
      if (!isOwn) return open();
      const anchor = before && anchorOf(next, before, selected, viewport.middleOf(view, stage.screenSize()));
      place(anchor ? viewport.anchored(view, anchor.before, anchor.after) : view);
    },
    bringIn: (node) => {
      const next = viewport.showing(view, node, stage.screenSize());
      if (next.x !== view.x || next.y !== view.y) move(next);
    },
    pan: (by) => move(viewport.pannedBy(view, by)),
    zoom: (factor, around) => move(viewport.scaledTo(view, view.scale * factor, around)),
    act: (action) => {
      switch (action) {
        case "in":
          return move(viewport.zoomedIn(view, middle()));
        case "out":
          return move(viewport.zoomedOut(view, middle()));
        case "actual":
          return move(viewport.scaledTo(view, 1, middle()));
        case "fit":
          return move(viewport.fitting(stage.pictureSize(), stage.screenSize()));
      }
    },
  };
}

interface Anchor {
  readonly before: Point;
  readonly after: Point;
}

/** What should seem not to move: the selected node, else the one nearest to the middle of the screen. */
function anchorOf(
  next: GraphResult,
  before: GraphResult,
  selected: string | undefined,
  middle: Point,
): Anchor | undefined {
  const now = new Map(next.nodes.map((node) => [node.id, node]));
  const staying = before.nodes.filter(({ id }) => now.has(id));
  const distance = ({ x, y, width, height }: GraphResult["nodes"][number]): number =>
    Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
  const [nearest] = staying.toSorted((one, other) => distance(one) - distance(other));
  const anchor = staying.find(({ id }) => id === selected) ?? nearest;
  const after = anchor && now.get(anchor.id);
  return after && { before: anchor, after };
}

function listenToButtons(
  { tools, problems }: PageParts,
  act: (action: Action) => void,
  onProblems: () => void,
): void {
  tools.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    const action = ACTIONS.find((it) => it === button?.getAttribute("data-do"));
    if (action) act(action);
  });
  problems.addEventListener("click", onProblems);
}

const ACTIONS = ["in", "out", "fit", "actual", "find"] as const satisfies readonly Action[];

/** Tells the panel that the page listens, and again whenever the editor's font is another. */
function tellFonts(document: Document, { postMessage }: PanelApi): void {
  let told: string | undefined;
  const tell = (): void => {
    const fonts = measuredFonts(document);
    const key = JSON.stringify(fonts);
    if (key === told) return;
    told = key;
    postMessage({ type: "ready", fonts });
  };
  tell();
  // VS Code writes its theme's variables, the font among them, into the root's style.
  new MutationObserver(tell).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["style"],
  });
}

function stateOf(state: unknown): Pick<PageState, "view" | "selected"> | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const { view, selected } = state as Partial<PageState>; // our own, from before the reload
  return { ...(isViewport(view) ? { view } : {}), ...(typeof selected === "string" ? { selected } : {}) };
}

function isViewport(view: unknown): view is viewport.Viewport {
  if (typeof view !== "object" || view === null) return false;
  return ["x", "y", "scale"].every((key) =>
    Number.isFinite((view as Readonly<Record<string, unknown>>)[key]),
  );
}
