import { mergeShapes } from "./merge-shapes.ts";
import { addValue, createValueShape, type ValueShape } from "./value-shape.ts";

/** What all answers of a page show together; nothing when they show no member. */
export function sampleShape(
  answers: readonly { readonly notation: "json" | "xml"; readonly value: unknown }[],
): ValueShape | undefined {
  const json = createValueShape();
  const xml = createValueShape();
  for (const { notation, value } of answers) {
    addValue(notation === "json" ? json : xml, value, notation);
  }
  if (json.members.size === 0) return xml.members.size === 0 ? undefined : xml;
  return xml.members.size === 0 ? json : mergeShapes(json, xml);
}
