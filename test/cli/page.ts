/** A page of our own: an operation that makes a shelf. Parts can be replaced. */
export function page(parts: { readonly rows?: string; readonly columns?: string } = {}): string {
  const columns = parts.columns ?? "|名称|类型|是否必选|示例值|描述|";
  const rows =
    parts.rows ??
    `|Title|String|是|Novels|书架的标题。 |
|Rooms.N.Floor|Integer|是|2|楼层。

 从1开始。 |`;
  return `# MakeShelf

调用MakeShelf创建书架。

[调试](https://api.example.com/#product=Library&api=MakeShelf&type=RPC&version=2020-01-02)

## 请求参数

${columns}
|--|--|----|---|--|
|Action|String|是|MakeShelf|系统规定参数。取值：**MakeShelf**。 |
${rows}

## 返回数据

|名称|类型|示例值|描述|
|--|--|---|--|
|ShelfId|String|s-1|书架ID。 |

## 示例

请求示例

\`\`\`
http(s)://[Endpoint]/?Action=MakeShelf
&Title=Novels
&Rooms.1.Floor=2
\`\`\`

\`\`\`
{"ShelfId": "s-1"}
\`\`\`
`;
}
