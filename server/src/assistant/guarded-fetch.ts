// The network as an assistant has it: questions to approved addresses, and no request that could change anything.
const QUESTIONS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Refuses, before anything is sent, whatever is no question or goes to another address. */
export function guardedFetch(send: typeof fetch, origins: readonly string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { origin } = new URL(request.url);
    if (!QUESTIONS.has(request.method))
      throw new TypeError(`Assistants may only ask, and ${request.method} changes something`);
    if (!origins.includes(origin)) throw new TypeError(`Nobody has approved ${origin}`);
    // Never followed: an approved address must not lead to another.
    return send(request, { redirect: "manual" });
  };
}
