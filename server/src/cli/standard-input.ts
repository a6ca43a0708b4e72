// Standard input as a text, by the same rules as a file.
import { decode } from "../project/decode.ts";
import type { FileFailureKind, FileResult } from "../project/file-system.ts";
import { FILE_LIMIT } from "../project/file-system.ts";
import { STANDARD_INPUT } from "./world.ts";

/** Reads a stream of bytes to its end; what is too large or no text in UTF-8 is a failure. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<FileResult<string>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      size += bytes.byteLength;
      if (size > FILE_LIMIT) return failure("too large", "");
      chunks.push(bytes);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return code === "EISDIR" ? failure("folder", code) : failure("other", code);
  }
  const decoded = decode(chunks);
  return "unfit" in decoded ? failure(decoded.unfit, "") : { ok: true, value: decoded.text };
}

function failure(kind: FileFailureKind, code: string): FileResult<string> {
  return { ok: false, failure: { kind, path: STANDARD_INPUT, code } };
}
