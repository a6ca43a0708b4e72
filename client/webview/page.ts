// The preview's page: shows what the panel sends, says what the reader does, and keeps what should outlive a reload.
import type { GraphResult } from "../../server/src/protocol.ts";
import type { FromPage, PageState, ToPage } from "../src/preview/messages.ts";
import { found } from "./find.ts";
import { measuredFonts } from "./fonts.ts";
import { listen, type Action } from "./gestures.ts";
import { incoming } from "./incoming.ts";
import { stageOf } from "./stage.ts";
import {
  anchored,
  fitting,
  middleOf,
  opening,
  pannedBy,
  scaledTo,
  showing,
  zoomedIn,
  zoomedOut,
  type Viewport,
} from "./viewport.ts";
import { stepFrom } from "./walk.ts";

/** What VS Code gives a page. */
export interface PanelApi {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
}
