// Hands on the picture: dragging, wheels, pinching, clicks and keys, as what they mean.
import type { Point } from "../../server/src/language/graph/geometry.ts";
import type { Step } from "./walk.ts";

export interface Meaning {
  readonly pan: (by: Point) => void;
  /** By a factor, around a point of the screen. */
  readonly zoom: (factor: number, around: Point) => void;
  readonly click: (target: EventTarget | null) => void;
  readonly step: (step: Step) => void;
  readonly act: (action: Action) => void;
}

export type Action = "in" | "out" | "fit" | "actual" | "find" | "source" | "leave";

/** A hand that moves less than this has clicked. */
const DRAG_FROM = 4;
const LINE = 16;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: "next",
  ArrowUp: "back",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const KEYS: Readonly<Record<string, Action>> = {
  "+": "in",
  "=": "in",
  "-": "out",
  "0": "fit",
  "1": "actual",
  "/": "find",
  Enter: "source",
  Escape: "leave",
};

export function listen(stage: HTMLElement, meaning: Meaning): void {
  listenToWheel(stage, meaning);
  listenToPointer(stage, meaning);
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const action = KEYS[event.key];
    if (step) meaning.step(step);
    else if (action) meaning.act(action);
    else return;
    event.preventDefault();
  });
}

/** Two fingers pan; a pinch arrives as a wheel with Ctrl. */
function listenToWheel(stage: HTMLElement, { pan, zoom }: Meaning): void {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const [x, y] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY * unit * 0.004), placeOf(event, stage));
    else pan({ x: -x * unit, y: -y * unit });
  };
  stage.addEventListener("wheel", onWheel, { passive: false });
}

function listenToPointer(stage: HTMLElement, { pan, click }: Meaning): void {
  let from: Point | undefined;
  let isDrag = false;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button > 1) return;
    from = { x: event.clientX, y: event.clientY };
    isDrag = false;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    if (!isDrag && Math.hypot(by.x, by.y) < DRAG_FROM) return;
    // Captured only now: a captured pointer's click would not reach the card under it.
    if (!isDrag) stage.setPointerCapture(event.pointerId);
    isDrag = true;
    stage.classList.add("dragging");
    from = { x: event.clientX, y: event.clientY };
    pan(by);
  });
  const end = (): void => {
    from = undefined;
    stage.classList.remove("dragging");
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);
  stage.addEventListener("click", (event) => {
    if (!isDrag) click(event.target);
  });
}

function placeOf({ clientX, clientY }: MouseEvent, stage: HTMLElement): Point {
  const { left, top } = stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
