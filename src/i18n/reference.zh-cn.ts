/** Chinese words of the reference pages that the product serves about itself. */
import type { referenceEn } from './reference.en.ts';

export const referenceZhCn = {
  'reference.title': 'Benchstock REST 接口参考',
  'reference.lead': '本系统的全部接口，由程序自身生成。请以 Authorization: Bearer 提供 API 令牌。',
  'reference.machine-form': '供程序使用：OpenAPI 3.1',
  'reference.input': '输入',
  'reference.no-input': '无输入。',
  'reference.answer': '返回',
  'reference.refusals': '拒绝原因',
  'reference.example': '示例',
  'reference.field': '字段',
  'reference.place': '位置',
  'reference.kind': '类型',
  'reference.status': '状态码',
  'reference.meaning': '含义',
  'reference.remedy': '处理办法',
  'reference.required': '必填',
  'reference.right': '需要权限 {permission}。',
  'reference.no-right': '不需要权限。',
  'reference.headers':
    '每个命令都可带三个请求头：Idempotency-Key（同一键重发只生效一次）、Preview: true（只返回结果，不改数据）、Acknowledge（确认放行的代码，以逗号分隔）。',
  'reference.errors-title': '拒绝代码',
  'reference.errors-lead': '每个代码的含义和处理办法。',
} as const satisfies Readonly<Record<keyof typeof referenceEn, string>>;
