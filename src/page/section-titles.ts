/** The roles of sections on an API page. */
export type Section = "request" | "response" | "errors" | "samples" | "other";

/** Title patterns. The first match wins, so samples of requests are samples. */
const titles: readonly (readonly [Section, RegExp])[] = [
  ["samples", /示例|调用示范|examples?\b|samples?\b|demo/i],
  ["errors", /错误码|错误代码|错误信息|error ?codes?|errors?$/i],
  ["response", /返回|响应|出参|回参|输出参数|respon[sc]e|returns?\b|output/i],
  ["request", /请求|入参|输入参数|接口参数|request|input|^parameters?$/i],
];

/** Returns the role of a section by its title; `other` where no pattern matches. */
export function sectionOf(title: string): Section {
  return titles.find(([, spelling]) => spelling.test(title))?.[0] ?? "other";
}
