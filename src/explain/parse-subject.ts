/** What is asked about, in parts. */
export interface Subject {
  /** Nothing: whichever product has the operation. */
  readonly product?: string;
  readonly version?: string;
  readonly operation: string;
  /** A member's path or an error's code; empty for the operation itself. */
  readonly path: string;
}

/**
 * The ways of reading `Ga.CreateListener.PortRanges.FromPort`: product and operation, or, where the product
 * is left out, the operation alone. A version may follow the product: `Ga@2019-11-20.CreateListener`.
 */
export function parseSubject(text: string): Subject[] {
  const [first = "", second, ...rest] = text.split(".");
  const [name = "", version] = first.split("@");
  const short =
    version === undefined && first !== ""
      ? [{ operation: first, path: [second ?? [], rest].flat(2).join(".") }]
      : [];
  if (second === undefined || second === "") return short;
  const path = rest.join(".");
  const product = name === "" ? {} : { product: name };
  return [
    { ...product, ...(version === undefined ? {} : { version }), operation: second, path },
    ...short,
  ];
}
