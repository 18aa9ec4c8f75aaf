import { jsonrepair } from "jsonrepair";
import { addValue, createValueShape, type ValueShape } from "./value-shape.ts";

/** How many parameters of a call are looked at, how deep their names go, and how long JSON in them is. */
const limits = { parameters: 2_000, depth: 20, text: 100_000 };

/**
 * What sample calls show: `PortRanges.1.FromPort=20` is a list of objects. Nothing when they show no
 * parameter.
 */
export function callShape(texts: readonly string[]): ValueShape | undefined {
  const shape = createValueShape();
  for (const text of texts) {
    const parameters = text.slice(text.indexOf("?") + 1).split(/&(?=\s*[A-Za-z_<]|\P{ASCII})/u);
    for (const parameter of parameters.slice(0, limits.parameters)) add(shape, parameter);
  }
  return shape.members.size === 0 ? undefined : shape;
}

function add(root: ValueShape, parameter: string): void {
  const found = /^\s*(?<name>[A-Za-z_][\w.-]*)\s*=\s*(?<value>[^]*)$/.exec(parameter)?.groups;
  const parts = (found?.name ?? "").split(".").slice(0, limits.depth);
  if (found === undefined || parts.includes("")) return;
  let at = root;
  for (const part of parts) {
    if (/^(?:\d+|[NnMm])$/.test(part)) {
      at.list = true;
      at.single = false;
    } else {
      const inner = at.members.get(part) ?? { ...createValueShape(), single: true };
      at.members.set(part, inner);
      at = inner;
    }
  }
  const value = readStructure(found.value ?? "");
  if (value === undefined) return;
  at.text = true;
  addValue(at, value, "json");
}

/** A list or object that a parameter shows as JSON; what a single value is like is said by the table. */
function readStructure(text: string): unknown {
  const plain = /^%(?:5B|7B)/i.test(text) ? decode(text) : text.trim();
  if (!/^[{[]/.test(plain) || plain.length > limits.text) return undefined;
  try {
    return JSON.parse(jsonrepair(plain));
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text;
  }
}
