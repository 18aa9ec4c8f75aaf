import { describe, expect, test } from "vitest";
import type { Member } from "../../src/spec/operation.ts";
import { operationOf, pageWith } from "./operation-of.ts";

const genre = `|Genre|String|No| |The genre. Valid values:

 -   **novel**: long.
-   **poem**: short.
-   **play**: spoken. |
|Lent|Boolean|No| |-   **true**: lent.
-   **false**: at home. |`;

describe("a parameter is meant for a case only", () => {
  test.each([
    ["目前，仅当Genre为poem时，该参数有效。", ["poem"]],
    ["仅当Genre为**poem**或**play**时，此参数有效。", ["poem", "play"]],
    ["该参数仅在Genre为poem时有效。", ["poem"]],
    ["**说明：** 仅poem体裁支持使用该参数。", ["poem"]],
    ["This parameter is valid only when Genre is set to **poem**.", ["poem"]],
    ["It takes effect only if Genre is novel or poem.", ["novel", "poem"]],
    ["Only poem books support this parameter.", ["poem"]],
    ["当`Genre=poem`时生效，取值为任意文本。", ["poem"]],
    ["当参数**Genre**取值为**poem**时，**Alias**参数方可生效。", ["poem"]],
    ["当**Genre**参数值为**poem**或**play**时，本参数才可用。", ["poem", "play"]],
    ["当Genre为poem时，您可以传入该参数。", ["poem"]],
    ["The Alias parameter takes effect only when the Genre parameter is set to poem.", ["poem"]],
    ["This parameter only takes effect when the **Genre** parameter is set to **poem**.", ["poem"]],
    ["This parameter is available only if you set Genre to poem.", ["poem"]],
  ])("%s", (text, values) => {
    expect(conditionsOf(text)).toEqual([
      { kind: "onlyWhen", when: { member: "Genre", in: values }, line: 16 },
    ]);
  });

  test("of a boolean, where the parameter is named", () => {
    expect(conditionsOf("该参数仅在Lent为true时有效。")).toEqual([
      { kind: "onlyWhen", when: { member: "Lent", in: [true] }, line: 16 },
    ]);
  });
});

describe("a parameter is required in a case", () => {
  test.each([
    ["当Genre为poem时，该参数必填。", ["poem"]],
    ["仅poem体裁的书需要配置该参数。", ["poem"]],
    ["This parameter is required only when Genre is poem.", ["poem"]],
    ["This parameter must be specified when **Genre** is set to **poem**.", ["poem"]],
    ["如果Genre为poem时，此参数必须设置。", ["poem"]],
    ["This parameter is required when Genre is set to poem.", ["poem"]],
    ["This parameter is required if Genre is novel or poem.", ["novel", "poem"]],
    ["书的别名，当**Genre**为**poem**时必填。", ["poem"]],
    ["如果Genre是poem的话，此参数为必传。", ["poem"]],
    ["当Genre取值为poem时，需要配置该参数。", ["poem"]],
    ["When Genre is set to poem, you must specify the Alias parameter.", ["poem"]],
  ])("%s", (text, values) => {
    expect(conditionsOf(text)).toEqual([
      { kind: "requiredWhen", when: { member: "Genre", in: values }, line: 16 },
    ]);
  });
});

test("a value may be written in letters of another case, where the page says of what", () => {
  const rows = `|Protocol|String|No| |监听的协议，取值：**http**或**https**。|
|Probe|String|No| |检查的方式，取值：**http**或**https**。|
|Certificate|String|No| |仅HTTPS协议的监听需要配置该参数。|`;

  expect(member(rows, "Certificate")?.conditions).toEqual([
    { kind: "requiredWhen", when: { member: "Protocol", in: ["https"] }, line: 11 },
  ]);
});

describe("a parameter is both", () => {
  test.each([
    "当参数Genre取值为poem时，Alias参数方可生效并为必选参数。",
    "当**Genre**取值为**poem**时，本参数才可用且必须传入。",
    "This parameter is valid and required only when Genre is set to poem.",
  ])("%s", (text) => {
    const when = { member: "Genre", in: ["poem"] };

    expect(conditionsOf(text)).toEqual([
      { kind: "onlyWhen", when, line: 16 },
      { kind: "requiredWhen", when, line: 16 },
    ]);
  });
});

describe("a case names a parameter", () => {
  test("that documents no values", () => {
    const rows = `|Shelf|Integer|No| |书架。|
|Alias|String|No| |当Shelf为**3**时，该参数必填。|`;

    expect(member(rows, "Alias")?.conditions).toEqual([
      { kind: "requiredWhen", when: { member: "Shelf", in: [3] }, line: 10 },
    ]);
  });

  test("whose values it writes in letters of another case than their list", () => {
    const rows = `|Payment|String|No| |取值：\n\n-   **Prepaid**：先付。\n-   **Postpaid**：后付。 |
|Months|Integer|No| |This parameter is valid only if you set the **Payment** parameter to **PrePaid**.|`;

    expect(member(rows, "Months")?.conditions).toMatchObject([
      { kind: "onlyWhen", when: { member: "Payment", in: ["Prepaid"] } },
    ]);
  });

  test("that stands beside it, of several", () => {
    const rows = `|Kind|String|No| |书的种类。|
|Book.Kind|String|No| |书的种类。|
|Book.Alias|String|No| |当Kind为**poem**时，该参数必填。|`;
    const book = member(rows, "Book");

    expect(book?.type === "object" ? book.members[1]?.conditions : undefined).toEqual([
      { kind: "requiredWhen", when: { member: "Book.Kind", in: ["poem"] }, line: 11 },
    ]);
  });
});

describe("a parameter equals another", () => {
  test("in every case", () => {
    const rows = `|FirstPage|Integer|No| |起始页。|
|LastPage|Integer|No| |结束页。起始页和结束页需相同。|`;

    expect(member(rows, "LastPage")?.conditions).toEqual([
      { kind: "equals", to: "FirstPage", line: 10 },
    ]);
  });

  test("in the cases that are named", () => {
    const rows = `${genre}
|FirstPage|Integer|No| |起始页。|
|LastPage|Integer|No| |结束页。

 **说明：** 对于poem或play体裁，只有一页，即起始页和结束页需相同。|`;

    expect(member(rows, "LastPage")?.conditions).toEqual([
      {
        kind: "equals",
        to: "FirstPage",
        when: { member: "Genre", in: ["poem", "play"] },
        line: 19,
      },
    ]);
  });

  test("named by the words that describe it", () => {
    const rows = `|FirstPage|Integer|No| |The first page.|
|LastPage|Integer|No| |The last page. The FirstPage and the LastPage must be the same.|`;

    expect(member(rows, "LastPage")?.conditions).toEqual([
      { kind: "equals", to: "FirstPage", line: 10 },
    ]);
  });

  test("beside it, not one of another object", () => {
    const rows = `|Other.FirstPage|Integer|No| |起始页。|
|LastPage|Integer|No| |结束页。起始页和结束页需相同。|`;

    expect(member(rows, "LastPage")).not.toHaveProperty("conditions");
  });
});

describe("a case that is not understood makes no rule:", () => {
  test.each([
    ["a value that is not documented", "仅essay体裁的书需要配置该参数。"],
    ["a part of a value", "仅poems体裁的书需要配置该参数。"],
    ["no value", "仅旧书需要配置该参数。"],
    ["a boolean's value without its name", "该参数仅在true时有效。"],
    ["the opposite of a value", "仅非poem体裁的书需要配置该参数。"],
    ["the opposite of a value", "当Genre不为poem时，该参数必填。"],
    ["the opposite of a value", "This parameter is required when Genre is not poem."],
    ["the opposite of a value", "This parameter is valid only when Genre is other than poem."],
    ["two conditions at once", "当Genre为poem且为旧书时，该参数必填。"],
    ["two parameters at once", "当Genre为poem，Lent为true时，该参数必填。"],
    ["two parameters at once", "This parameter is required when Genre is poem and Lent is true."],
    ["one case understood of two", "仅poem体裁的书或旧书需要配置该参数。"],
    ["one case understood of two", "This parameter is required when Genre is poem or essay."],
    ["a demand of emptiness", "当Genre为poem时，该参数必须为空。"],
    ["a demand of a value", "当Genre为poem时，该参数必须设置为1。"],
    ["a demand of another", "当Genre为poem时，还需要传入Author参数。"],
    [
      "a state of another",
      "This parameter is required only when the Genre parameter is specified.",
    ],
    ["a case of its own value", "当该参数取值为poem时，需要配置该参数。"],
    ["a permission", "当Genre为poem时，该参数不是必填参数。"],
    ["a slip of the page", "This parameter is valid only when you set GenreKind to poem."],
    ["a case of something else", "仅为poem体裁的书架编目时才支持创建索引。"],
    ["a denial", "This parameter is not required when Genre is poem."],
    ["a denial", "This parameter is invalid only when Genre is poem."],
    ["an equality in a case", "当Genre为essay时，体裁和别名需相同。"],
    ["an equality in a case", "Genre为essay时，体裁和别名需相同。"],
  ])("%s: %s", (_, text) => {
    expect(conditionsOf(text)).toBeUndefined();
  });

  test("a value that two parameters document", () => {
    const rows = `${genre}
|Style|String|No| |Valid values: **poem**.|
|Alias|String|No| |仅poem体裁的书需要配置该参数。|`;

    expect(member(rows, "Alias")).not.toHaveProperty("conditions");
  });
});

/** The conditions of a parameter whose description, in line 16, is this. */
function conditionsOf(description: string) {
  return member(`${genre}\n|Alias|String|No| |别名。${description}|`, "Alias")?.conditions;
}

function member(rows: string, name: string): Member | undefined {
  const { operation } = operationOf(pageWith(rows));
  return operation?.request.find((candidate) => candidate.name === name);
}
