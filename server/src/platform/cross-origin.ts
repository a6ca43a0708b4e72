// Requests from a web page, which a browser lets through only where the address says by its headers that it may.
import { inEnglish, sentence, type Sentence } from "../language/text/sentence.ts";
import { isLoopback } from "./origin.ts";

/** A request ended that the browser did not let through, or whose answer it hides. */
export class CrossOriginError extends Error {
  readonly code = "CROSS_ORIGIN";
  readonly told: Sentence;

  constructor(told: Sentence, options: ErrorOptions) {
    super(inEnglish(told), options);
    this.told = told;
  }
}

/**
 * The page's `fetch`, which says when an address answers but lets no page see it. A browser itself tells this from a broken
 * connection to nobody, so that the address is asked once more, without key and without wanting to see the answer.
 */
export function fetchFromPage(fetch: typeof globalThis.fetch, page: string): typeof globalThis.fetch {
  return async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (error) {
      const { origin } = new URL(input instanceof Request ? input.url : input);
      const signal = init?.signal ?? undefined;
      if (signal?.aborted === true || !(await answersUnseen(fetch, origin, signal))) throw error;
      throw new CrossOriginError(describe(origin, page), { cause: error });
    }
  };
}

/** Whether anything listens at an address: asked so that a browser lets it through, whoever it is. */
export async function answersUnseen(
  fetch: typeof globalThis.fetch,
  origin: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    await fetch(origin, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      ...(signal ? { signal } : {}),
    });
    return true;
  } catch {
    return false;
  }
}

function describe(origin: string, page: string): Sentence {
  const what = sentence`${origin} answers, but no web page may see it: it sends no CORS headers for ${page}.`;
  if (!isLoopback(origin)) return what;
  return sentence`${what} If it is the emulator, start it with \`objectives emulate --allow-origin ${page}\`.`;
}
