// Values computed when they are first asked for, and kept.

/** The function is forgotten after its one call, and with it whatever it needed. */
export function lazy<T>(compute: () => T): () => T {
  let state: { readonly compute: () => T } | { readonly value: T } = { compute };
  return () => {
    if ("compute" in state) state = { value: state.compute() };
    return state.value;
  };
}

/** How each of an object's values is come by. */
type Computed<Values> = { readonly [Name in keyof Values]: () => Values[Name] };

/**
 * Makes objects of one kind: with fields, and with values under these names that functions give when they are asked for.
 * The getters are the kind's: of one that an object has for itself V8 makes a part of the object's hidden class, so that
 * all it holds, here a whole set for every letter that is typed, stays until everything is collected. `{ ...object }` has
 * the fields alone.
 */
export function lazyKind<Values extends object>(
  ...names: readonly (keyof Values & string)[]
): <Fields extends object>(fields: Fields, computed: Computed<Values>) => Fields & Readonly<Values> {
  const getters = names.map((name) => [name, { get: getter<Values>(name) }] as const);
  const prototype = Object.defineProperties({}, Object.fromEntries(getters));
  return <Fields extends object>(fields: Fields, computed: Computed<Values>) => {
    const object = Object.create(prototype) as object;
    return Object.assign(object, fields, { [COMPUTED]: computed }) as unknown as Fields & Readonly<Values>;
  };
}

const COMPUTED = Symbol("computed");

function getter<Values>(name: keyof Values) {
  return function (this: { readonly [COMPUTED]: Computed<Values> }): Values[keyof Values] {
    return this[COMPUTED][name]();
  };
}
