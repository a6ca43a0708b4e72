// What a rule of the grammar looks like when it is shown: a few shapes, and the same in one line of EBNF.

export type Shape =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "sequence"; readonly items: readonly Shape[] }
  | { readonly kind: "choice"; readonly items: readonly Shape[] }
  | { readonly kind: "optional"; readonly item: Shape }
  | { readonly kind: "repeated"; readonly item: Shape }
  | { readonly kind: "list"; readonly item: Shape; readonly separator: Shape };

export function word(text: string): Shape {
  return { kind: "word", text };
}

export function rule(name: string): Shape {
  return { kind: "rule", name };
}

/** Sequences in a sequence are part of it, and `a { "," a }` is a list. */
export function sequence(items: readonly Shape[]): Shape {
  const flat = items.flatMap((item) => (item.kind === "sequence" ? item.items : [item]));
  const joined = flat.flatMap(
    (item, index) => listFrom(item, flat[index + 1]) ?? (isRestOfList(flat[index - 1], item) ? [] : [item]),
  );
  return only(joined) ?? { kind: "sequence", items: joined };
}

/** Choices in a choice are part of it. */
export function choice(items: readonly Shape[]): Shape {
  const flat = items.flatMap((item) => (item.kind === "choice" ? item.items : [item]));
  return only(flat) ?? { kind: "choice", items: flat };
}

export function optional(item: Shape): Shape {
  return { kind: "optional", item };
}

export function repeated(item: Shape): Shape {
  return { kind: "repeated", item };
}

/** The shape in the notation that ISO 14977 made usual. */
export function ebnf(shape: Shape): string {
  switch (shape.kind) {
    case "word":
      return `"${shape.text}"`;
    case "rule":
      return shape.name;
    case "sequence":
      return shape.items.map((item) => (item.kind === "choice" ? `( ${ebnf(item)} )` : ebnf(item))).join(" ");
    case "choice":
      return shape.items.map(ebnf).join(" | ");
    case "optional":
      return `[ ${ebnf(shape.item)} ]`;
    case "repeated":
      return `{ ${ebnf(shape.item)} }`;
    case "list":
      return `${ebnf(shape.item)} { ${ebnf(shape.separator)} ${ebnf(shape.item)} }`;
  }
}

function listFrom(item: Shape, rest: Shape | undefined): Shape | undefined {
  if (rest?.kind !== "repeated" || rest.item.kind !== "sequence") return undefined;
  const [separator, again, ...more] = rest.item.items;
  if (!separator || !again || more.length > 0 || ebnf(again) !== ebnf(item)) return undefined;
  return { kind: "list", item, separator };
}

function isRestOfList(item: Shape | undefined, rest: Shape): boolean {
  return item !== undefined && listFrom(item, rest) !== undefined;
}

function only(items: readonly Shape[]): Shape | undefined {
  return items.length === 1 ? items[0] : undefined;
}
