// Numbers with their nouns, where the words are English alone: the command line, and the emulator's page.

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
