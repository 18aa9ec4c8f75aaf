import { Option } from "commander";

/** An option whose value is named as in the API, if the flag is named differently. */
export class NamedOption extends Option {
  readonly #name: string;

  constructor(name: string, flags: string, description: string) {
    super(flags, description);
    this.#name = name;
  }

  override attributeName(): string {
    return this.#name;
  }
}
