import { expect, test } from "vitest";
import { isPluralOf } from "../../../src/derive/nesting/is-plural-of.ts";

test.each([
  ["Books", "Book"],
  ["Boxes", "Box"],
  ["Libraries", "Library"],
  ["BookList", "Book"],
  ["BookSet", "Book"],
  ["BookSets", "Book"],
  ["books", "Book"],
])("%s is a list of %s", (list, item) => {
  expect(isPluralOf(list, item)).toBe(true);
});

test.each([
  ["Book", "Book"],
  ["Book", "Books"],
  ["Books", "Shelf"],
  ["Bookshelves", "Book"],
  ["Days", "Da"],
  ["Librarys", "Librar"],
  ["As", "A"],
  ["s", ""],
])("%s is no list of %s", (list, item) => {
  expect(isPluralOf(list, item)).toBe(false);
});
