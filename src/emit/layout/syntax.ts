/**
 * The lines of generated code, in the detail that decides where they break.
 *
 * Built-in templates and emitters write no other lines that can be too long.
 */
export type Line =
  /** `import { a, type B } from "…";` */
  | { readonly kind: "import"; readonly names: readonly string[]; readonly from: string }
  /** `export const a: T = …;` or, where the members follow, `export const a: T = {`. */
  | {
      readonly kind: "binding";
      readonly head: string;
      readonly type?: Type;
      readonly value: Expression;
    }
  /** `export type A = …;` */
  | { readonly kind: "alias"; readonly head: string; readonly type: string }
  /** `export function a(b: B): C {`, or a method. */
  | {
      readonly kind: "function";
      readonly head: string;
      readonly parameters: readonly Declared[];
      readonly result: string;
      readonly type: Type;
    }
  | { readonly kind: "return" | "statement"; readonly value: Expression }
  /** `if (…) {` or `if (…) return;` */
  | { readonly kind: "if"; readonly test: Expression; readonly then: string }
  /** A member of an interface. */
  | { readonly kind: "member"; readonly member: Declared }
  /** A member of an object literal. */
  | { readonly kind: "entry"; readonly entry: Entry };

/** `a?: T`, or a parameter `a: T = value`. */
export interface Declared {
  readonly name: string;
  readonly type: Type;
  readonly value?: Expression;
}

/** `a: value`, or the shorthand `a`. */
export interface Entry {
  readonly key: string;
  readonly value?: Expression;
}

export type Expression =
  /** An expression without parts: a name or a literal. */
  | { readonly kind: Atom; readonly text: string }
  | { readonly kind: "member"; readonly object: Expression; readonly name: string }
  | { readonly kind: "index"; readonly object: Expression; readonly key: Expression }
  | {
      readonly kind: "call" | "new";
      readonly callee: Expression;
      /** Type arguments with their brackets. */
      readonly types: string;
      readonly given: readonly Expression[];
    }
  | { readonly kind: "prefix"; readonly operator: string; readonly operand: Expression }
  | { readonly kind: "and"; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "choice";
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  /** A function with untyped parameters whose body is a call. */
  | { readonly kind: "arrow"; readonly head: string; readonly body: Expression }
  | { readonly kind: "object"; readonly entries: readonly Entry[]; readonly constant: boolean }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  /** The brace of an object whose members are on the following lines. */
  | { readonly kind: "open" };

export type Atom = "name" | "string" | "template" | "number" | "boolean" | "regex";

export type Type =
  /** A type without parts that can be on lines of their own. */
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "reference"; readonly name: string; readonly given: readonly Type[] }
  | { readonly kind: "list"; readonly items: Type }
  | { readonly kind: "readonly"; readonly type: Type }
  | { readonly kind: "union"; readonly types: readonly Type[] };
