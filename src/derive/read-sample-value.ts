import { XMLParser } from "fast-xml-parser";
import type { SampleBlock } from "../page/page.ts";

/** A sample answer as a value; nothing when it cannot be read as what it looks like. */
export function readSampleValue(sample: SampleBlock, action: string): unknown {
  switch (sample.kind) {
    case "json":
      return unwrap(readJson(sample.body.text), action);
    case "xml":
      return unwrap(readXml(sample.body.text), action);
    case "request":
      return undefined;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readXml(text: string): unknown {
  if (!closesEveryElement(text)) return undefined;
  try {
    return new XMLParser({ parseTagValue: false, processEntities: false }).parse(text.trim());
  } catch {
    return undefined;
  }
}

/** The parser mends elements that do not close; a sample with one may be only a part of an answer. */
function closesEveryElement(text: string): boolean {
  const open: string[] = [];
  const tags = text.replaceAll(/<!--.*?-->/gs, "").matchAll(/<(\/?)([\w.:-]+)[^<>]*?(\/?)>/g);
  for (const [, end, name = "", empty] of tags) {
    if (end === "/" && open.pop() !== name) return false;
    if (end === "" && empty === "") open.push(name);
  }
  return open.length === 0;
}

/** An answer may be wrapped in an element named after the operation. */
function unwrap(value: unknown, action: string): unknown {
  const wrapper = `${action}Response`;
  if (typeof value !== "object" || value === null) return value;
  const inner = new Map<string, unknown>(Object.entries(value)).get(wrapper);
  return typeof inner === "object" ? inner : value;
}
