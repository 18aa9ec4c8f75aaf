/** What a column of a request or response table holds. */
export type ParameterColumn = "name" | "type" | "required" | "example" | "description";

/** What a column of an error table holds. */
export type ErrorColumn = "status" | "code" | "message" | "description";

/** For each column, the titles it goes by; the first is the usual one. */
export type Titles<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Titles of request and response columns, in lower case without white space and question marks. */
export const parameterTitles: Titles<ParameterColumn> = {
  name: ["名称", "参数", "参数名称", "参数名", "name", "parameter", "parameters", "parametername"],
  type: ["类型", "参数类型", "数据类型", "type", "datatype"],
  required: [
    "是否必选",
    "是否必需",
    "是否必须",
    "是否必填",
    "必选",
    "必填",
    "必要",
    "必须",
    "required",
    "mandatory",
  ],
  example: [
    "示例值",
    "示例",
    "example",
    "examples",
    "examplevalue",
    "examplevalues",
    "samplevalue",
    "samplevalues",
  ],
  description: ["描述", "说明", "参数说明", "含义", "description"],
};

/** Titles of error columns, in lower case without white space and question marks. */
export const errorTitles: Titles<ErrorColumn> = {
  status: [
    "httpcode",
    "http状态码",
    "状态码",
    "httpstatuscode",
    "httpstatuscodes",
    "httpstatus",
    "http返回码",
    "httpreturncode",
    "http",
    "statuscode",
    "status",
  ],
  code: ["错误码", "错误代码", "错误编码", "errorcode", "errorcodes", "code"],
  message: ["错误信息", "错误消息", "errormessage", "errormessages", "errorinformation", "message"],
  description: ["描述", "说明", "语义", "含义", "description", "meaning"],
};

/**
 * What the column with this title holds; nothing when the title is not known. A title may be said in
 * two languages: "ErrorCode 错误码".
 */
export function columnOf<Column extends string>(
  titles: Titles<Column>,
  title: string,
): Column | undefined {
  const plain = title.toLowerCase().replaceAll(/[\s?？:：]/g, "");
  const parts = plain.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
  return (Object.keys(titles) as Column[]).find(
    (column) =>
      titles[column].includes(plain) ||
      (parts.length > 1 && parts.every((part) => titles[column].includes(part))),
  );
}
