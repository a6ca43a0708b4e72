// The words that stand in the places of a snippet until somebody fills them in.
import { sentence } from "../../text/sentence.ts";

export const NAME = sentence`name`;

export const WHAT_TO_ACHIEVE = sentence`what the agent should achieve`;

export const ONE_WAY = sentence`one_way`;

export const OTHER_WAY = sentence`other_way`;

export const CONDITION = sentence`If the participant …`;
