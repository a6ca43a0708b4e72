// What a tool is: its words for an assistant, the shapes of what goes in and comes out, and what it does.
import type * as z from "zod";
import type { Reach } from "./reach.ts";
import type { AssistantWorld } from "./world.ts";

export interface Tool {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** For the assistant: when to call it, and what it gives. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Whether anything but files is asked. */
  readonly asks: "files alone" | "approved addresses";
  readonly run: (input: unknown, call: ToolCall) => Promise<Answer>;
}

export interface ToolCall {
  readonly world: AssistantWorld;
  readonly reach: Reach;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export type Answer =
  | {
      readonly ok: true;
      /** As it is shown: of a JSON value the text, since its keys may have an order. */
      readonly text: string;
      /** What the tool's output describes. */
      readonly value: Readonly<Record<string, unknown>>;
    }
  | {
      readonly ok: false;
      /** What is wrong, and what to do. */
      readonly reason: string;
    };

interface ToolSpec<Input extends z.ZodObject> extends Omit<Tool, "input" | "run"> {
  readonly input: Input;
  readonly run: (input: z.output<Input>, call: ToolCall) => Promise<Answer>;
}

/** A tool that reads what it is given by its own input's shape, and says what does not fit. */
export function tool<Input extends z.ZodObject>({ run, ...spec }: ToolSpec<Input>): Tool {
  return {
    ...spec,
    run: async (given, call) => {
      const reading = spec.input.safeParse(given);
      return reading.success ? run(reading.data, call) : refused(describeMisfit(spec.name, reading.error));
    },
  };
}

export function refused(reason: string): Answer {
  return { ok: false, reason };
}

function describeMisfit(name: string, { issues }: z.ZodError): string {
  const misfits = issues.map(({ path, message }) =>
    path.length === 0 ? `${message}.` : `${path.map(String).join(".")}: ${message}.`,
  );
  return `${name} cannot be called like this. ${misfits.join(" ")}`;
}
