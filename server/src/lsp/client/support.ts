// Whether a client understands something, as its capabilities say; what it does not say, it cannot do.

export type Support = "understood" | "unknown";

export function known(support: boolean | undefined): Support {
  return support === true ? "understood" : "unknown";
}
