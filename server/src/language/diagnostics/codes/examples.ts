// Small sets around the lines that an example is about.

export const set = (text: string): string => `objectives "Example"\n\n${text}\n`;

/** A set of one objective with these lines. */
export const one = (lines: string): string => set(`objective greet {\n${lines.replace(/^/gm, "  ")}\n}`);

/** And another, to which an arrow may lead. */
export const two = (lines: string): string =>
  set(`objective greet {\n${lines.replace(/^/gm, "  ")}\n}\n\nobjective close { prompt "Say goodbye." }`);

/** And a third. */
export const three = (lines: string): string =>
  `${two(lines)}\nobjective call_back { prompt "Agree on a time." }\n`;
