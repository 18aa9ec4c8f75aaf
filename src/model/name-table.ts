/**
 * Names that a function, method, constant or type cannot have.
 *
 * They are reserved by the language, inherited by every object, or used by generated code.
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

/** The names of one scope. All names are claimed here, so they are unique. */
export class NameTable {
  readonly #taken: Set<string>;
  readonly #claimed: string[] = [];
  /** For each taken name, the first number that may be free. */
  readonly #numbers = new Map<string, number>();
  readonly #ignoreCase: boolean;

  /** `taken` names are never returned. `ignoreCase` compares names without case, for file names. */
  constructor({ taken = [], ignoreCase = false }: NameTableOptions = {}) {
    this.#ignoreCase = ignoreCase;
    this.#taken = new Set([...taken].map((name) => this.#fold(name)));
  }

  /** Claims the first free name of those wanted; if none is free, the last one with a number. */
  claim(...wanted: readonly [string, ...string[]]): string {
    const free =
      wanted.find((name) => !this.#taken.has(this.#fold(name))) ??
      this.#number(wanted.at(-1) ?? wanted[0]);
    this.#taken.add(this.#fold(free));
    this.#claimed.push(free);
    return free;
  }

  /** Marks names as taken that were claimed earlier. */
  take(names: Iterable<string>): void {
    for (const name of names) this.#taken.add(this.#fold(name));
  }

  /** All claimed names, in order. */
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

/** Returns a unique key for each text, in order. A text that is its own key always keeps it. */
export function claimKeys(texts: readonly string[], keyOf: (text: string) => string): string[] {
  const keys = new NameTable({ taken: texts.filter((text) => keyOf(text) === text) });
  return texts.map((text) => (keyOf(text) === text ? text : keys.claim(keyOf(text))));
}
