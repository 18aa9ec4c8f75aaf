import { Linter } from "eslint";
import { Project, ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { docComment } from "../../../src/emit/emitters/doc-comment.ts";
import { payloads } from "../payloads.ts";

describe("a comment", () => {
  test.each([
    ["is nothing where there is nothing to say", ["", "  ", "\u200B"], [], ""],
    ["is one line where one is enough", ["Text."], [], "/** Text. */"],
    ["has its paragraphs apart", ["One.", "", "Two."], [], "/**\n * One.\n *\n * Two.\n */"],
    ["keeps the lines of its Markdown", ["- a\n  - b"], [], "/**\n * - a\n *   - b\n */"],
    ["has no blanks at the ends of its lines", ["a  \nb\t"], [], "/**\n * a\n * b\n */"],
    ["can be a tag alone", [], [["default", "1"]], "/** @default 1 */"],
    [
      "has its tags at the end",
      ["Text."],
      [["example", '"a"']],
      '/**\n * Text.\n *\n * @example "a"\n */',
    ],
    ["has a tag on one line", [], [["example", "a\nb"]], "/** @example a b */"],
  ] as const)("%s", (_, paragraphs, tags, expected) => {
    const named = tags.map(([name, text]) => ({ name, text }));

    expect(docComment(paragraphs, named)).toBe(expected);
  });
});

describe("what a text cannot do", () => {
  const positions: readonly (readonly [where: string, print: (text: string) => string])[] = [
    ["alone", (text) => docComment([text])],
    ["in the middle", (text) => docComment([`before ${text} after`])],
    ["at the end of a line", (text) => docComment([`before ${text}\nafter`])],
    ["after a line that ends in a star", (text) => docComment([`*\n${text}`, `*${text}`])],
    ["in a tag", (text) => docComment(["Text."], [{ name: "example", text }])],
    ["as the only tag", (text) => docComment([], [{ name: "default", text }])],
    ["twice", (text) => docComment([text + text], [{ name: "example", text: text + text }])],
  ];

  test.each(positions)("end the comment: %s", (_, print) => {
    for (const payload of payloads) {
      const comment = print(payload);

      expect(comment.slice(0, -2)).not.toContain("*/");
      if (comment !== "") expect(comment).toMatch(/^\/\*\*[^]*\*\/$/);
    }
  });

  test.each(positions)("hide what stands there: %s", (_, print) => {
    for (const payload of payloads) {
      expect(print(payload)).not.toMatch(/[^\P{Cc}\t\n]|\p{Cf}|\p{Cs}|[\u2028\u2029]/u);
    }
  });

  test.each(positions)("add a tag: %s", (_, print) => {
    for (const payload of payloads) {
      const comment = print(payload);
      const [written] = tagsOf(comment);

      expect(tagsOf(comment).filter((tag) => tag !== written)).toEqual([]);
      expect([undefined, "example", "default"]).toContain(written);
    }
  });

  test.each(["ts-ignore", "ts-expect-error", "ts-nocheck", "ts-check"])(
    "switch the compiler by @%s",
    (directive) => {
      for (const text of [
        `@${directive}`,
        `// @${directive}`,
        `\n@${directive}\n`,
        `* @${directive}`,
      ]) {
        expect(errorsOf(`${docComment([text])}\nexport const a: number = "";\n`)).toHaveLength(1);
      }
    },
  );

  test.each([
    "eslint-disable",
    "eslint-disable-next-line",
    "eslint no-var: 0",
    "eslint-env node",
    "*/ /* eslint-disable",
  ])("switch the linter by %s", (directive) => {
    const linter = new Linter();
    const text = `${docComment([directive])}\nvar a = 1; a;\n`;

    expect(
      linter.verify(text, { rules: { "no-var": "error" } }).map(({ ruleId }) => ruleId),
    ).toEqual(["no-var"]);
  });

  test.each(["@__PURE__", "#__PURE__", "@__NO_SIDE_EFFECTS__", "#__NO_SIDE_EFFECTS__"])(
    "tell a bundler %s",
    (annotation) => {
      expect(docComment([`text ${annotation}`])).not.toMatch(/[@#]__/);
    },
  );

  test.each(["//# sourceMappingURL=x", "/*# sourceMappingURL=x", "//@ sourceURL=x"])(
    "name a source map: %s",
    (text) => {
      expect(docComment([text])).not.toMatch(/[@#]\s*source(?:Mapping)?URL/);
    },
  );

  test("end a script on a web page", () => {
    expect(docComment(["</script>"])).not.toContain("</script");
  });
});

test.each([
  ["a link to a name", "see {@link isCreateListenerError}"],
  ["an address", "write to help@example.com"],
  ["a sign alone", "a @ b # c"],
  ["a number sign", "# 1"],
  ["Chinese", "监听协议，取值：**HTTP**。"],
])("%s stays as it is", (_, text) => {
  expect(docComment([text])).toBe(`/** ${text} */`);
});

const project = new Project({
  useInMemoryFileSystem: true,
  compilerOptions: { strict: true, noLib: true, types: [], target: ts.ScriptTarget.ES2022 },
});

function errorsOf(text: string) {
  return project
    .createSourceFile("a.ts", text, { overwrite: true })
    .getPreEmitDiagnostics()
    .filter((diagnostic) => diagnostic.getSourceFile() !== undefined);
}

/** The tags that TypeScript finds in a comment. */
function tagsOf(comment: string): string[] {
  const file = project.createSourceFile("tags.ts", `${comment}\nexport function f() {}\n`, {
    overwrite: true,
  });
  return file
    .getFunctionOrThrow("f")
    .getJsDocs()
    .flatMap((doc) => doc.getTags().map((tag) => tag.getTagName()));
}
