// The picture on the screen: shown, moved, scaled, and its nodes marked.
import type { DrawnNode } from "../../server/src/language/graph/draw.ts";
import type { GraphResult } from "../../server/src/protocol.ts";
import type { Size } from "../../server/src/language/graph/geometry.ts";
import { detailOf, type Viewport } from "./viewport.ts";

export interface Stage {
  /** Shows a picture; nodes that were elsewhere in the one before glide to their places. */
  readonly show: (graph: GraphResult, before: GraphResult | undefined) => void;
  readonly place: (view: Viewport) => void;
  /** Marks the node and the edges that touch it. */
  readonly select: (graph: GraphResult, id: string | undefined) => void;
  readonly mark: (graph: GraphResult, found: readonly string[]) => void;
  readonly pictureSize: () => Size;
  readonly screenSize: () => Size;
  /** The id of the node or edge at an element of the picture. */
  readonly idAt: (graph: GraphResult, target: EventTarget | null) => string | undefined;
}

const MOTION: KeyframeAnimationOptions = { duration: 150, easing: "ease-out" };
const FADING_IN: Keyframe[] = [{ opacity: 0 }, { opacity: 1 }];

export function stageOf(stage: HTMLElement, picture: HTMLElement): Stage {
  const window = stage.ownerDocument.defaultView;
  const isCalm = (): boolean => window?.matchMedia("(prefers-reduced-motion: reduce)").matches ?? true;
  const nodeElements = (): readonly Element[] => [...picture.querySelectorAll(".node")];
  return {
    show: (graph, before) => {
      if (graph.svg === before?.svg) return;
      picture.innerHTML = graph.svg; // the server's own drawing, in which every text is escaped
      nodeElements().forEach((element, index) => (element.id = `node-${index}`));
      if (before && !isCalm()) glide(picture, before.nodes, graph.nodes);
    },
    place: (view) => {
      picture.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
      stage.dataset["detail"] = detailOf(view);
    },
    select: (graph, id) => {
      nodeElements().forEach((element, index) =>
        element.classList.toggle("selected", isNode(graph, index, id)),
      );
      picture.querySelectorAll(".edge").forEach((element, index) => {
        const edge = graph.edges[index];
        element.classList.toggle("near", id !== undefined && (edge?.source === id || edge?.target === id));
      });
      const index = graph.nodes.findIndex((node) => node.id === id);
      if (index < 0) stage.removeAttribute("aria-activedescendant");
      else stage.setAttribute("aria-activedescendant", `node-${index}`);
    },
    mark: (graph, found) => {
      const hits = new Set(found);
      nodeElements().forEach((element, index) =>
        element.classList.toggle("found", hits.has(graph.nodes[index]?.id ?? "")),
      );
      stage.classList.toggle("searching", found.length > 0);
    },
    pictureSize: () => {
      const svg = picture.querySelector("svg");
      return {
        width: Number(svg?.getAttribute("width")) || 1,
        height: Number(svg?.getAttribute("height")) || 1,
      };
    },
    screenSize: () => ({ width: stage.clientWidth || 1, height: stage.clientHeight || 1 }),
    idAt: (graph, target) => (target instanceof Element ? idOf(graph, target) : undefined),
  };
}

function isNode({ nodes }: GraphResult, index: number, id: string | undefined): boolean {
  return id !== undefined && nodes[index]?.id === id;
}

function idOf({ nodes, edges }: GraphResult, target: Element): string | undefined {
  const node = target.closest("[data-node]")?.getAttribute("data-node");
  if (node) return nodes[Number(node)]?.id;
  const edge = target.closest("[data-edge]")?.getAttribute("data-edge");
  return edge ? edges[Number(edge)]?.id : undefined;
}

function glide(picture: Element, before: readonly DrawnNode[], after: readonly DrawnNode[]): void {
  const places = new Map(before.map((node) => [node.id, node]));
  const moving = [...picture.querySelectorAll(".node")].flatMap((element, index) => {
    const now = after[index];
    const then = now && places.get(now.id);
    return now && (then?.x !== now.x || then.y !== now.y) ? [{ element, now, then }] : [];
  });
  for (const { element, now, then } of moving) element.animate(then ? wayFrom(then, now) : FADING_IN, MOTION);
  if (moving.length > 0) picture.querySelector(".edges")?.animate(FADING_IN, MOTION);
}

function wayFrom(then: DrawnNode, now: DrawnNode): Keyframe[] {
  return [{ translate: `${then.x - now.x}px ${then.y - now.y}px` }, { translate: "0 0" }];
}
