import { expect, test } from "vitest";
import { knownAnswer } from "../../../src/endpoint/resources/known-answer.ts";
import type { Member, Operation, Sample } from "../../../src/spec/operation.ts";
import { createThing } from "../create-thing.ts";

const response: readonly Member[] = [
  {
    name: "Shelves",
    required: true,
    type: "object",
    members: [
      {
        name: "Shelf",
        required: true,
        type: "array",
        items: {
          type: "object",
          members: [
            { name: "Row", required: true, type: "integer", example: "7" },
            { name: "Wood", required: true, type: "string" },
          ],
        },
      },
    ],
  },
  { name: "Total", required: true, type: "integer", example: "many" },
];

function withSamples(...samples: readonly Omit<Sample, "line">[]): Operation {
  return { ...createThing, response, samples: samples.map((one) => ({ ...one, line: 1 })) };
}

const xml = `<?xml version="1.0"?>
<!-- a shelf -->
<ListShelvesResponse>
  <Shelves><Shelf><Row>3</Row><Wood>a &amp; b</Wood><Id/></Shelf></Shelves>
  <Total>1</Total>
</ListShelvesResponse>`;

test("the example is the first sample that is JSON", () => {
  const operation = withSamples(
    { kind: "json", text: "{…}" },
    { kind: "json", text: '{"Total":2}' },
  );

  expect(knownAnswer(operation).example).toEqual({ Total: 2 });
});

test("what a sample has around the whole answer is taken away", () => {
  const operation = withSamples({ kind: "json", text: '{"ListShelvesResponse":{"Total":2}}' });

  expect(knownAnswer(operation).example).toEqual({ Total: 2 });
});

test("where no sample is JSON, XML is read as the table has it", () => {
  const operation = withSamples({ kind: "json", text: "{…}" }, { kind: "xml", text: xml });

  expect(knownAnswer(operation).example).toEqual({
    Shelves: { Shelf: [{ Row: 3, Wood: "a & b", Id: "" }] },
    Total: 1,
  });
});

test.each([
  ["<![CDATA[a < b]]>", "a < b"],
  ["&lt;a&gt; &amp;lt; &copy;", "<a> &lt; &copy;"],
  ["R & D", "R & D"],
])("in XML, %s is the text %s", (inside, expected) => {
  const operation = withSamples({ kind: "xml", text: `<A><Owner>${inside}</Owner></A>` });

  expect(knownAnswer(operation).example).toEqual({ Owner: expected });
});

test("words between the elements of XML are no member", () => {
  const operation = withSamples({ kind: "xml", text: "<A><Total>1</Total>.<Page>2</Page></A>" });

  expect(knownAnswer(operation).example).toEqual({ Total: 1, Page: "2" });
});

test.each(["<A><B></A>", "<A>", "no markup", "<A/></A>"])(
  "without samples that can be read, such as %s, the table's examples make one",
  (text) => {
    const operation = withSamples({ kind: "xml", text });

    expect(knownAnswer(operation).example).toEqual({
      Shelves: { Shelf: [{ Row: 7, Wood: "" }] },
      Total: 0,
    });
  },
);

test("members that only the sample has are known, too", () => {
  const text = '{"Shelves":{"Shelf":[{"ShelfId":"s-1","Big":true}]},"Books":[{"Pages":3}]}';
  const { members } = knownAnswer(withSamples({ kind: "json", text }));

  expect(members).toMatchObject([
    {
      name: "Shelves",
      members: [
        {
          name: "Shelf",
          items: {
            members: [
              { name: "Row" },
              { name: "Wood" },
              { name: "ShelfId", type: "string" },
              { name: "Big", type: "boolean" },
            ],
          },
        },
      ],
    },
    { name: "Total" },
    {
      name: "Books",
      type: "array",
      items: { type: "object", members: [{ name: "Pages", type: "long" }] },
    },
  ]);
});
