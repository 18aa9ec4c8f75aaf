import { expect, test } from "vitest";
import { mendBraces } from "../../src/derive/mend-braces.ts";

test.each([
  ["one object in a list", '{"A": ["B": 1]}', '{"A": [{"B": 1}]}'],
  [
    "an object for each time that a name comes again",
    '{"A": ["B": 1, "C": 2, "B": 3]}',
    '{"A": [{"B": 1, "C": 2, }, {"B": 3}]}',
  ],
  [
    "objects in lists in lists",
    '["A": ["B": 1, "B": 2], "A": []]',
    '[{"A": [{"B": 1, }, {"B": 2}], }, {"A": []}]',
  ],
])("%s gets its braces back", (_, text, mended) => {
  expect(mendBraces(text)).toBe(mended);
});

test.each([
  ["whole JSON", '{"A": [{"B": 1}, {"B": 2}], "C": {"B": 3}}'],
  ["a list of values", '["A", "B", "A"]'],
  ["names in values", '{"A": ["\\"B\\": 1", "B: 2"]}'],
  ["an object that repeats a name", '{"A": 1, "A": 2}'],
  ["a text that is no JSON", "no: [braces"],
])("%s stays as it is", (_, text) => {
  expect(mendBraces(text)).toBe(text);
});
