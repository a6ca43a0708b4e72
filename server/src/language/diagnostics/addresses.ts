// Addresses that the platform could notify.

/** `no-address`: nothing that could be notified. `plain`: over the network without encryption. */
export type AddressProblem = "none" | "no-address" | "plain";

/** What stands against notifying an address; an empty one switches a default off. */
export function problemOfAddress(url: string): AddressProblem {
  if (url === "") return "none";
  const [, scheme, host] =
    /^(https?):\/\/(?:[^/?#\s@]*@)?(\[[0-9a-f:.]+\]|[^/?#:\s@]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(url) ?? [];
  if (!scheme || !host) return "no-address";
  return scheme.toLowerCase() === "https" || isLoopback(host) ? "none" : "plain";
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}
