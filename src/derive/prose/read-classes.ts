/** Classes of characters by what pages call them, as the inside of `[…]` in a regular expression. */
const classes: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:大小写?(?:的)?(?:英文)?字母|大小写英文(?:字母|字符)?|(?:大小写)?(?:英文|半角|拉丁)?字母|英文(?:字符)?|(?:大小写|大写和小写)(?:英文)?字母|an? (?:english )?letters?|(?:english |latin )?letters|english characters|english|alphabets?|alphabetic characters|(?:uppercase|lowercase) (?:and|or) (?:uppercase|lowercase) letters)$/i,
    "A-Za-z",
  ],
  [
    /^(?:大写(?:英文)?(?:字母)?|an? upper ?case letter|(?:english )?upper ?case(?: english)?(?: letters)?)$/i,
    "A-Z",
  ],
  [
    /^(?:小写(?:英文)?(?:字母)?|an? lower ?case letter|(?:english )?lower ?case(?: english)?(?: letters)?)$/i,
    "a-z",
  ],
  [
    /^(?:中文|汉字|中文字符|中文汉字|a? ?chinese characters?|chinese)$/i,
    String.raw`\p{Script=Han}`,
  ],
  [/^(?:中英文(?:字符|字母)?)$/, String.raw`A-Za-z\p{Script=Han}`],
  [/^(?:阿拉伯)?数字(?:0\s*[-~]\s*9)?$|^(?:a )?(?:digits?|numbers?|numerals)$/i, "0-9"],
  [/^(?:a-z|A-Z|0-9)$/, "$&"],
  [/^(?:半角|英文)?下划线$|^(?:an? )?underscores?$/i, "_"],
  [
    /^(?:半角|英文)?(?:短划线|短横线|中划线|连字符|短线|横线|中横线)$|^(?:a )?(?:dash(?:es)?|hyphens?)$/i,
    "-",
  ],
  [/^(?:半角|英文)?(?:句号|句点|点号?)$|^(?:a )?(?:periods?|dots?)$/i, "."],
  [/^(?:半角|英文)?冒号$|^(?:a )?colons?$/i, ":"],
  [/^(?:半角|英文)?逗号$|^(?:a )?commas?$/i, ","],
  [/^(?:正)?斜(?:线|杠)$|^(?:forward )?slash(?:es)?$/i, "/"],
  [/^(?:半角)?空格$|^spaces?$/i, " "],
];

/** Between the members of a list. */
const between = /、|，|,|；|;|或者|或|和|及|以及|与|\band\b|\bor\b|\bbut\b/;

/** What is no part of the list any more, though only a comma stands before it. */
const elsewhere =
  /^(?:限制|长度|且|并且|不能|不可|不得|不支持|不允许|不区分|区分|支持使用|字符长度|字符数|最|必须|但|总长|开头|cannot|can |may |must|but|it |the |with|up to|\d)/i;

/**
 * Reads classes of characters that a text lists from its beginning: "字母、数字和下划线（_）",
 * "letters, digits, and hyphens (-)". Nothing where one of them is not known.
 */
export function readClasses(text: string): string[] | undefined {
  const found: string[] = [];
  const rest = text
    .replace(/[。.；;]\s*$/, "")
    .replace(/^\s*(?:以下字符|the following characters|only)?\s*[：:]?\s*/i, "");
  for (const name of namesIn(rest)) {
    const plain = name.text.trim();
    if (plain === "") continue;
    if (found.length > 0 && elsewhere.test(plain)) break;
    const known = readClass(plain);
    if (known === undefined) return undefined;
    found.push(known);
  }
  return found.length === 0 ? undefined : found;
}

/** The names of a list; a character in brackets may be one that lists are divided by. */
function namesIn(text: string): { readonly text: string }[] {
  const names: { text: string }[] = [];
  let name = "";
  for (const part of text.split(/([（(].{1,3}?[)）]|["“”'‘’].["“”'‘’])/u)) {
    if (/^[（("“”'‘’]/.test(part) && part.length > 1 && part.length < 6) {
      name += part;
      continue;
    }
    const [first = "", ...more] = part.split(new RegExp(between, "i"));
    name += first;
    for (const next of more) {
      names.push({ text: name });
      name = next;
    }
  }
  return [...names, { text: name }];
}

function readClass(name: string): string | undefined {
  // The page shows the character that it names.
  const shown =
    /^(?<word>[^（(]*)[（(]\s*(?<sign>[!-/:-@[-`{-~])\s*[)）]$/.exec(name)?.groups ??
    /^(?<word>)["“”'‘’](?<sign>[!-/:-@[-`{-~])["“”'‘’]$/.exec(name)?.groups ??
    /^(?<word>)(?<sign>[!-/:-@[-`{-~])$/.exec(name)?.groups;
  if (shown?.sign !== undefined) return escape(shown.sign);
  const word = name
    .replace(/[（(][^（）()]*[)）]/g, "")
    .replace(/(?:字符)?(?:组成|开头|等字符)$/, "")
    .trim();
  const found = classes.find(([spelling]) => spelling.test(word));
  return found?.[1].replace("$&", word);
}

function escape(sign: string): string {
  return /[\]\\^[]/.test(sign) ? `\\${sign}` : sign;
}
