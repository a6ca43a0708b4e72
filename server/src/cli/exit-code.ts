// How a command ends, as a number that scripts and CI read.

export const EXIT = {
  done: 0,
  /** Errors, too many warnings, or files that are not formatted. */
  findings: 1,
  /** Unknown option, missing file, unreadable configuration. */
  wrongUse: 2,
  /** The platform said no. */
  refused: 3,
  /** The platform could not be reached, or answered nonsense. */
  unreachable: 4,
  /** Somebody has to choose first. */
  decision: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The one that matters most where several things went wrong: the later in the table above. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce((one, other) => (other > one ? other : one), EXIT.done);
}
