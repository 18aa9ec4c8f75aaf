import type { Bounds } from "../../spec/operation.ts";
import { boundsOf } from "./bounds-of.ts";
import { findIndexRange } from "./find-index-range.ts";
import { firstMatch, phrase } from "./phrase.ts";
import type { ProseUnit } from "./sentence.ts";

const classifier = "(个|条|台|组|项|张|对|块|只|套|枚|份|名|款|种|对|行|元素|域名|URL|ID)";

const counted = [
  phrase(
    `(最多|至多|上限为|最大) [只能|一次|同时|单次|只] [可|可以|能|允许|能够|支持] [同时|批量|一次] [支持|查|查看|批量查询|输入|传入|指定|设置|添加|查询|绑定|包含|填写|配置|传|提交|有|为|输入|操作|创建|删除|选择|处理|填|修改|关联|传递|获取|授权] [查询|指定|传入|输入|配置|设置|添加] <max> ${classifier}{字符|字|[英半]|中文|英文|月|小时|字节|汉}`,
  ),
  phrase(
    `(数量|个数|数目) [最多|上限|限制|最大|不能] [为|超过|不超过|不能超过|是|不得超过] [：] <max> [个|条|台]{字符|~}`,
  ),
  phrase(
    `(不能|不可|不得|不可以|不|不允许) (超过|大于|多于) <max> ${classifier}{字符|字|[英半]|中文|英文|月|小时|字节|汉}`,
  ),
  phrase(
    `(支持|传入|指定|输入) <min> (~|～|-|–|到|至) <max> ${classifier}{字符|字|[英半]|中文|英文|月|小时|字节|汉}`,
  ),
  phrase(
    `(up to|at most|a maximum of|no more than|maximum of|not more than) <max> [different|distinct|valid|unique]{characters|bytes|[a-z]+ characters|days|hours|minutes|seconds|months|years|GB|MB|KB|[^a-z]|times|digits|letters|words|percent|decimal}`,
  ),
  phrase(
    `(cannot|must not|can not) (exceed|be more than|be greater than) <max> (IDs|items|entries|elements|domain names|URLs|instances|tags|names|values)`,
  ),
  phrase(`maximum number of [a-z]* is <max>`),
];

/** Words that say that a text lists several items. */
const lists = [
  phrase("(用|以|使用|通过) <rest> (分隔|隔开|分割|间隔|分开)"),
  phrase("(逗号|分号|换行符) <rest> (分隔|隔开|分割|间隔|分开)"),
  phrase("separate[d] <rest> (with|by)"),
  phrase("JSON [格式的] (数组|array|Array|列表|list)"),
  phrase("(批量|多个|一次最多|JSON|数组|逗号)"),
  phrase("comma-separated"),
];

/**
 * How many items a list takes, or a text that lists several: "N的取值范围：1~10", "最多支持100个",
 * "You can specify up to 100 IDs".
 */
export function findCount(units: readonly ProseUnit[], isList: boolean): Bounds | undefined {
  const several = isList || units.some(({ whole }) => firstMatch(lists, whole.text) !== undefined);
  return findIndexRange(units) ?? (several ? boundsOf(units, counted) : undefined);
}
