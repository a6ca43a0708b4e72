// A value computed when it is first asked for, and kept.

/** The function is forgotten after its one call, and with it whatever it needed. */
export function lazy<T>(compute: () => T): () => T {
  let state: { readonly compute: () => T } | { readonly value: T } = { compute };
  return () => {
    if ("compute" in state) state = { value: state.compute() };
    return state.value;
  };
}
