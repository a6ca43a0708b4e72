// Small sets that the command line's tests have in common.

export const GOOD = `objectives "Intake"

objective greet {
  prompt "Greet the caller."
  collect caller_name
  -> close
}

objective close { prompt "Say goodbye." }
`;

/** One error: the arrow leads nowhere. */
export const MISTAKEN = GOOD.replace("-> close", "-> clos");

/** One warning: a name that is understood nowhere else. */
export const WARNED = GOOD.replaceAll("greet {", '"greet!" {');

export const FRAGMENT = `objective later { prompt "Call back." }\n`;
