import fc from "fast-check";

const word = fc.constantFrom(
  ..."Shelf Title BookId 书架 书名 取值 默认值 长度 当 时 valid values".split(" "),
);

const prose = fc
  .array(
    fc.oneof(
      word,
      fc.constantFrom(
        "。",
        "，",
        "：",
        "、",
        "~",
        " ",
        "\n",
        "\n\n",
        "\n-   ",
        "\n    -   ",
        "**",
        "`",
      ),
      fc.constantFrom(
        "1",
        "128",
        "个字符",
        "（默认）",
        "<br>",
        "\\|",
        "[a](b c)",
        "\n\n```\nx\n```\n",
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

const name = fc.oneof(
  fc.array(fc.constantFrom("A", "Book", "N", "1", "Tag"), { minLength: 1, maxLength: 4 }),
  fc.array(prose, { minLength: 1, maxLength: 2 }),
);

const type = fc.constantFrom(
  ...["String", "Integer", "Array of String", "Array", "Object", "List<Book>", "Book[]", "?", ""],
);

const row = fc
  .tuple(name, type, fc.constantFrom("是", "否", "Yes", "?", ""), prose, prose)
  .map(([names, ...cells]) => `|${[names.join("."), ...cells].join("|")}|`);

const titles = fc.constantFrom(
  "|名称|类型|是否必选|示例值|描述|",
  "|Name|Type|Required|Example|Description|",
  "|Name|Type|Required|Name|Color|",
);

const table = fc
  .tuple(titles, fc.array(row, { maxLength: 6 }))
  .map(([header, rows]) => [header, "|--|--|--|--|--|", ...rows].join("\n"));

const sample = fc.constantFrom(
  ...['```\n{"Shelf": {"Title": "a"}}\n```', "```\n<A><Shelf>a</Shelf></A>\n```", "```\n<A>\n```"],
  "```\nhttp://api.example.com/?Action=MakeShelf\n```",
);

const errors = fc.constant(
  "|HttpCode|错误码|错误信息|描述|\n|--|--|--|--|\n|400|Shelf.Full|full|满|\n|x||?|",
);

/** A page as none was ever written, with the sections of one. */
export const generatedPage: fc.Arbitrary<string> = fc
  .record({ request: table, response: table, samples: fc.array(sample, { maxLength: 3 }), errors })
  .map(({ request, response, samples, errors: codes }) =>
    [
      "# MakeShelf",
      "[Debug](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)",
      ...[
        "## 请求参数",
        request,
        "## 返回数据",
        response,
        "## 示例",
        ...samples,
        "## 错误码",
        codes,
      ],
    ].join("\n\n"),
  );
