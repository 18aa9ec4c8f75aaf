import { Option } from "commander";

/** An option whose value has the name of the API's option, where that is not the flag's. */
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
