import { describe, expect, test } from "vitest";
import { createSiblings } from "../../../src/derive/siblings/create-siblings.ts";
import type { PageEvidence } from "../../../src/derive/siblings/page-evidence.ts";
import { jsonShape, show } from "../nesting/shapes.ts";

const books = { product: "Bookhall", version: "2022-09-09" };
const tides = { product: "Tidewatch", version: "2021-04-01" };

describe("a page without product and version has", () => {
  const page = { file: "all/books/Lend.md", action: "Lend" };

  test("those of the pages in its folder", () => {
    expect(identityOf(page, [{ file: "all/books/Find.md", ...books }])).toEqual(books);
  });

  test("those of the nearest folder that has any", () => {
    const others = [
      { file: "all/Find.md", ...books },
      { file: "all/tides/List.md", ...tides },
    ];

    expect(identityOf({ file: "all/tides/deep/Add.md" }, others)).toEqual(tides);
    expect(identityOf({ file: "all/books/Lend.md" }, [others[0] ?? page])).toEqual(books);
  });

  test("where they disagree those of the same operation", () => {
    const others = [
      { file: "all/books/Find.md", ...books, version: "2012-05-06" },
      { file: "all/books/Return.md", ...books },
      { file: "else/Lend.md", action: "Lend", ...books },
    ];

    expect(identityOf(page, others)).toEqual(books);
  });

  test("those of the same operation elsewhere, where its folders have none", () => {
    const others = [{ file: "/else/Lend.md", action: "Lend", ...books }];

    expect(identityOf({ file: "/here/Lend.md", action: "Lend" }, others)).toEqual(books);
  });

  test("none where they disagree", () => {
    const others = [
      { file: "all/books/Find.md", ...books },
      { file: "all/books/List.md", ...tides },
    ];

    expect(identityOf(page, others)).toEqual({});
  });

  test("none where even the same operation's pages disagree", () => {
    const others = [
      { file: "all/books/Lend.old.md", action: "Lend", ...tides },
      { file: "all/books/Lend.new.md", action: "Lend", ...books },
    ];

    expect(identityOf(page, others)).toEqual({});
  });
});

describe("a page with a product has", () => {
  const page = { file: "all/Lend.md", product: "Bookhall" };

  test("the version of that product's pages only", () => {
    const others = [
      { file: "all/Find.md", ...books },
      { file: "all/List.md", ...tides },
    ];

    expect(identityOf(page, others)).toEqual(books);
  });
});

test("what a page states stays", () => {
  expect(
    identityOf({ file: "all/Lend.md", ...books }, [{ file: "all/List.md", ...tides }]),
  ).toEqual(books);
});

describe("the answers of an operation", () => {
  const answer = jsonShape({ Total: 1 });
  const zh = { file: "zh/Find.md", action: "Find", ...books, answer };
  const en = { file: "en/Find.md", action: "Find", ...books };

  test("are known to each of its pages", () => {
    const { answer: found } = createSiblings([zh, en])(en);

    expect(found && show(found)).toBe("{Total: integer}");
  });

  test("are taken together", () => {
    const more = { ...en, answer: jsonShape({ Books: [{ Title: "a" }] }) };
    const { answer: found } = createSiblings([zh, more])(zh);

    expect(found && show(found)).toBe("{Total: integer, Books: *[{Title: *string}]}");
  });

  test.each([
    ["another operation", { ...en, action: "Lend" }],
    ["another version", { ...en, version: "2012-05-06" }],
    ["another product", { ...en, product: "Tidewatch" }],
  ])("are not those of %s", (_, page) => {
    expect(createSiblings([zh, page])(page)).not.toHaveProperty("answer");
  });
});

test("conventions are those of the product's own pages", () => {
  const wrapped = {
    file: "a/Find.md",
    action: "Find",
    ...books,
    answer: jsonShape({ Total: 1, Books: { Book: [1] } }),
  };
  const plain = {
    file: "b/List.md",
    action: "List",
    ...tides,
    answer: jsonShape({ Total: 1, Gauges: [1] }),
  };
  const siblingsOf = createSiblings([wrapped, plain]);

  expect(siblingsOf({ file: "a/Lend.md", ...books }).conventions.wrapsLists).toBe(true);
  expect(siblingsOf({ file: "b/Add.md", ...tides }).conventions.wrapsLists).toBe(false);
});

function identityOf(page: PageEvidence, others: readonly PageEvidence[]): object {
  const { product, version } = createSiblings([page, ...others])(page);
  return {
    ...(product === undefined ? {} : { product }),
    ...(version === undefined ? {} : { version }),
  };
}
