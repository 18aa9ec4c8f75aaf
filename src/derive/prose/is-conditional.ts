import { firstMatch, phrase } from "./phrase.ts";

/** A parameter left out is no case of its own: what holds then is its default. */
const absent = "[不未](设置|填写?|传入?|指定|配置|选择?|输入)[该此本]?参?数?|为空";

const cases = [
  phrase(`(^|，|,|；|（|：|:) (当|如果|若|对于|针对|除非){前|天|日|月|地|${absent}}`),
  phrase(`{${absent}}(时|时候|情况[下]|场景[下]|模式下) (，|,)`),
  phrase("(^|，|,|；|（) (仅|只) [在] <subject> 时"),
  phrase("(if|when|unless){you do not|this parameter is (not|left)}"),
];

/** "For poems, …": with a space, or "Only …" would be one. */
const scope = /^(?:for|in|on)\s[^，。；,;]{1,100},/i;

/** Whether a sentence speaks of a case: "当Protocol为HTTP时，…", "If …". */
export function isConditional(text: string): boolean {
  return scope.test(text) || firstMatch(cases, text) !== undefined;
}
