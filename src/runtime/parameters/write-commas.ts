import { emptyItem, type Fault, wrongType } from "./faults.ts";
import type { Limits } from "./limits.ts";
import type { ParameterWriter, Presence, WriteValue } from "./parameter-writer.ts";

/** Writes strings, numbers or booleans joined by commas. A required list needs an item. */
export function writeCommas<Item>(
  to: ParameterWriter,
  key: string,
  value: readonly Item[] | null | undefined,
  presence: Presence,
  writeItem: WriteValue<NonNullable<Item>>,
  limits?: Limits,
): void {
  if (!Array.isArray(value)) {
    to.refuse(key, value, presence, "a list");
    return;
  }
  const texts = to.collect((written) => {
    const write: WriteValue<NonNullable<Item>> = (_, at, item) => {
      if (typeof item === "object") to.fault(at, wrongType(item, "text, a number, true or false"));
      else writeItem(to, at, item);
      const text = written[at];
      if (!to.isFull || text === undefined) return;
      if (text === "") to.fault(at, emptyItem);
      else if (text.includes(",")) to.fault(at, innerComma);
    };
    to.list(key, value, presence, write, limits);
  });
  if (texts.length > 0) to.write(key, texts.join(","));
}

const innerComma: Fault = {
  rule: "comma",
  text: "holds a comma, at which the service would split it",
};
