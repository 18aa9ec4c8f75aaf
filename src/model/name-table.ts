/**
 * Words that cannot name a function, a method, a const or a type: the language keeps them, or gives
 * them a meaning on every object, or the code that we generate calls them.
 */
export const reservedWords: readonly string[] = (
  "any arguments as async await bigint boolean break case catch class const continue debugger declare " +
  "default delete do else enum eval export extends false finally for from function if implements import " +
  "in instanceof interface let namespace never new null number object of package private protected " +
  "public return static string super switch symbol this throw true try type typeof undefined unknown " +
  "var void while with yield " +
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable then toJSON toLocaleString toString " +
  "valueOf Date Object Promise Readonly Record"
).split(" ");

/** All names of one scope. Nobody else invents one, so no two are the same. */
export class NameTable {
  readonly #taken: Set<string>;
  readonly #claimed: string[] = [];
  /** By a name that was taken, the first number that may be free: none below it is. */
  readonly #numbers = new Map<string, number>();
  readonly #ignoreCase: boolean;

  /**
   * Names in `taken` are never given away. With `ignoreCase`, names that differ in case only count
   * as the same: files are named after them.
   */
  constructor({ taken = [], ignoreCase = false }: NameTableOptions = {}) {
    this.#ignoreCase = ignoreCase;
    this.#taken = new Set([...taken].map((name) => this.#fold(name)));
  }

  /** Takes the first of the wanted names that is free; when none is, the last one with a number. */
  claim(...wanted: readonly [string, ...string[]]): string {
    const free =
      wanted.find((name) => !this.#taken.has(this.#fold(name))) ??
      this.#number(wanted.at(-1) ?? wanted[0]);
    this.#taken.add(this.#fold(free));
    this.#claimed.push(free);
    return free;
  }

  /** Names that were claimed before, so nobody else gets them. */
  take(names: Iterable<string>): void {
    for (const name of names) this.#taken.add(this.#fold(name));
  }

  /** Every name that was claimed, in that order. */
  get claimed(): readonly string[] {
    return this.#claimed;
  }

  #number(name: string): string {
    const stem = /\d$/.test(name) ? `${name}_` : name;
    const key = this.#fold(stem);
    let number = this.#numbers.get(key) ?? 2;
    while (this.#taken.has(this.#fold(`${stem}${number}`))) number += 1;
    this.#numbers.set(key, number);
    return `${stem}${number}`;
  }

  #fold(name: string): string {
    return this.#ignoreCase ? name.toLowerCase() : name;
  }
}

interface NameTableOptions {
  readonly taken?: Iterable<string>;
  readonly ignoreCase?: boolean;
}

/** Keys for texts, in their order. A text that is its own key keeps it, whatever stands before it. */
export function claimKeys(texts: readonly string[], keyOf: (text: string) => string): string[] {
  const keys = new NameTable({ taken: texts.filter((text) => keyOf(text) === text) });
  return texts.map((text) => (keyOf(text) === text ? text : keys.claim(keyOf(text))));
}
