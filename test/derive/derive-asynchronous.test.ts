import { expect, test } from "vitest";
import { deriveAsynchronous } from "../../src/derive/derive-asynchronous.ts";
import { pageOf } from "../page/page-of.ts";

function derive(notes: string, action = "CreateShelf") {
  return deriveAsynchronous(pageOf(`# ${action}\n\n${notes}\n`).page, action);
}

test.each([
  [
    "**CreateShelf**接口属于异步接口，系统会返回一个书架ID。您可以调用[DescribeShelf](~~1~~)查询书架的状态。",
    { state: "DescribeShelf", line: 3 },
  ],
  [
    "Makes a shelf.\n\nThis operation is asynchronous. Call the GetShelf operation to query the status.",
    { state: "GetShelf", line: 5 },
  ],
  ["-   Shelves are made of wood.\n-   该接口是异步操作，需要等待片刻。", { line: 4 }],
  [
    "CreateShelf is an asynchronous operation.\n\nFor its state, see ListShelves.",
    { state: "ListShelves", line: 3 },
  ],
])("%j says that work goes on after the answer", (notes, expected) => {
  expect(derive(notes)).toEqual(expected);
});

test.each([
  ["nothing of the kind", "Makes a shelf. Call DescribeShelf to see it."],
  ["that data are copied asynchronously", "Copies books asynchronously between shelves."],
])("a page that says %s", (_, notes) => {
  expect(derive(notes)).toBeUndefined();
});

test("what only reads tells of other operations' work", () => {
  expect(derive("查询异步任务的进度。", "DescribeTask")).toBeUndefined();
});
