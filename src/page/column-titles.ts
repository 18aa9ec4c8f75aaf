import { distance } from "fastest-levenshtein";
/** The roles of columns in a request or response table. */
export type ParameterColumn = "name" | "type" | "required" | "example" | "description";

/** The roles of columns in an error table. */
export type ErrorColumn = "status" | "code" | "message" | "description";

/** The known titles of each column; the first is the most common. */
export type Titles<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Titles of request and response columns, in lower case without white space and question marks. */
export const parameterTitles: Titles<ParameterColumn> = {
  name: [
    "名称",
    "参数",
    "参数名称",
    "参数名",
    "字段",
    "字段名",
    "字段名称",
    "属性",
    "属性名称",
    "name",
    "parameter",
    "parameters",
    "parametername",
    "parameternames",
    "field",
    "fields",
    "fieldname",
    "property",
    "attribute",
  ],
  type: ["类型", "参数类型", "数据类型", "字段类型", "type", "datatype", "parametertype"],
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

/** Words that identify a column whose title is not listed. */
const tellingWords: Readonly<Record<string, RegExp>> = {
  required: /是否|必[选填需须要]|required|mandatory|optional/,
  status: /http/,
  example: /示例|样例|举例|example|sample/,
  type: /类型|type/,
  code: /错误码|errorcode/,
  message: /错误信息|message/,
  description: /描述|说明|含义|备注|descri|meaning|remark/,
};

/** The longest title that is cached and checked for misspellings, in characters. */
const longest = 30;

/** Results by title, for each set of titles. Pages share a few dozen titles. */
const known = new WeakMap<object, Map<string, string | undefined>>();

/**
 * Returns the column that a title stands for, or `undefined` where the title is unknown.
 *
 * A title may be bilingual, "ErrorCode 错误码", or have one or two wrong letters.
 */
export function columnOf<Column extends string>(
  titles: Titles<Column>,
  title: string,
): Column | undefined {
  if (title.length > longest) return findColumn(titles, title);
  const found = known.get(titles) ?? new Map<string, string | undefined>();
  known.set(titles, found);
  if (!found.has(title)) found.set(title, findColumn(titles, title));
  return found.get(title) as Column | undefined;
}

function findColumn<Column extends string>(
  titles: Titles<Column>,
  title: string,
): Column | undefined {
  const plain = title.toLowerCase().replaceAll(/[\s?？:：*]/g, "");
  const parts = plain.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
  const columns = Object.keys(titles) as Column[];
  return (
    columns.find(
      (column) =>
        titles[column].includes(plain) ||
        (parts.length > 1 && parts.every((part) => titles[column].includes(part))),
    ) ??
    (plain.length > longest
      ? undefined
      : (columns.find((column) => titles[column].some((usual) => isMisspelled(plain, usual))) ??
        columns.find((column) => tellingWords[column]?.test(plain) === true)))
  );
}

function isMisspelled(title: string, usual: string): boolean {
  const gap = Math.abs(title.length - usual.length);
  return gap <= 2 && usual.length > 5 && /^[a-z]+$/.test(usual) && distance(title, usual) <= 2;
}
