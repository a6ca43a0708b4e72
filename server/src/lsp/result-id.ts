// A short name for what a report says, the same in every server: who has the report by this name needs it no second time.

/** Sixty-four bits and the length of the report as text. */
export function resultIdOf(report: unknown): string {
  const text = JSON.stringify(report);
  return `${text.length}-${hash(text, 0x01000193)}-${hash(text, 0x5bd1e995)}`;
}

/** FNV-1a over the UTF-16 units, by the factor. */
function hash(text: string, factor: number): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), factor);
  return (value >>> 0).toString(36);
}
