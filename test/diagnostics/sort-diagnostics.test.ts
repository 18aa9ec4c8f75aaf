import { expect, test } from "vitest";
import { sortDiagnostics } from "../../src/diagnostics/sort-diagnostics.ts";
import { createSource, type Source } from "../../src/text/source.ts";

test("findings stand file by file as they came, and within a file from its beginning", () => {
  const [b, a] = [createSource("b.md", "text"), createSource("a.md", "text")];
  const sorted = sortDiagnostics([at(b, 3), at(a, 2), at(b, 1), at(a, 0)]);

  expect(sorted.map(({ source, span }) => `${source.path} ${span.start}`)).toEqual([
    "b.md 1",
    "b.md 3",
    "a.md 0",
    "a.md 2",
  ]);
});

function at(source: Source, start: number) {
  const span = { start, end: start + 1 };
  return { code: "derive/no-operation", severity: "error", message: "", source, span } as const;
}
