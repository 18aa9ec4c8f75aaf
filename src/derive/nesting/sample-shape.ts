import { mergeShapes } from "./merge-shapes.ts";
import { addValue, createValueShape, type ValueShape } from "./value-shape.ts";

type Answers = readonly { readonly notation: "json" | "xml"; readonly value: unknown }[];

const known = new WeakMap<Answers, ValueShape | undefined>();

/** What all answers of a page show together; nothing when they show no member. The same for the same answers. */
export function sampleShape(answers: Answers): ValueShape | undefined {
  if (!known.has(answers)) known.set(answers, shapeOf(answers));
  return known.get(answers);
}

function shapeOf(answers: Answers): ValueShape | undefined {
  const json = createValueShape();
  const xml = createValueShape();
  for (const { notation, value } of answers) {
    addValue(notation === "json" ? json : xml, value, notation);
  }
  if (json.members.size === 0) return xml.members.size === 0 ? undefined : xml;
  return xml.members.size === 0 ? json : mergeShapes(json, xml);
}
