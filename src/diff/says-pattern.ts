/** What pages write of the characters of a text. */
const characters =
  /letters?\b|digits?\b|characters?\b|underscores?\b|hyphens?\b|alphanumeric|字母|数字|字符|下划线|短划线|连字符|英文|中文/i;

/** Whether a description speaks of the characters of a text, or has a regular expression itself. */
export function saysPattern(description: string, pattern: string): boolean {
  return characters.test(description) || plain(description).includes(plain(pattern));
}

function plain(text: string): string {
  return text.replaceAll(/[\\\s`]/g, "");
}
