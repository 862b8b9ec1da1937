/** Chinese words for the rules a single field can break; they follow the field's name. */
import type { RuleTextKey } from './rules.en.ts';

export const rulesZhCn = {
  'rule.required': '必须填写',
  'rule.wrong-type': '类型应为 {expected}',
  'rule.not-a-whole-number': '必须是整数',
  'rule.too-small': '不能小于 {limit}',
  'rule.too-big': '不能大于 {limit}',
  'rule.too-short': '过短，至少 {limit}',
  'rule.too-long': '过长，最多 {limit}',
  'rule.bad-format': '格式不正确（{expected}）',
  'rule.bad-text': '含有无法保存或打印的字符',
  'rule.not-one-of': '只能是以下之一：{expected}',
  'rule.unknown-field': '不是这里可用的字段',
  'rule.name-required': '至少需要一种语言的名称',
  'rule.invalid': '无法使用',
  'rule.duplicate-field': '重复出现',
  'rule.forbidden-field': '是不允许使用的名称',
  'rule.too-deep': '嵌套超过 {limit} 层',
  'rule.not-exact': '是无法精确保存的数字',
  'rule.repeated': '只能出现一次',
  'rule.header-malformed': '请求头无法使用：{header}',
} as const satisfies Readonly<Record<RuleTextKey, string>>;
