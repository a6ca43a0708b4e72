// A short name for what a set says, the same on every machine and in every version.
import { canonical } from "../language/compile/normalise.ts";
import type { SetDocument } from "../language/compile/payload.ts";

/** `sha256:` and 64 hexadecimal digits; equal exactly where `sameDocument` holds. */
export async function contentHash(document: SetDocument): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(document));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0"));
  return `sha256:${digits.join("")}`;
}
