/** English words of the reference pages that the product serves about itself. */
export const referenceEn = {
  'reference.title': 'Benchstock REST reference',
  'reference.lead':
    'Every operation of this installation, made from the program itself. Send an API token as Authorization: Bearer.',
  'reference.machine-form': 'The same for programs: OpenAPI 3.1',
  'reference.input': 'Input',
  'reference.no-input': 'Takes no input.',
  'reference.answer': 'Answer',
  'reference.refusals': 'Refusals',
  'reference.example': 'Example',
  'reference.field': 'Field',
  'reference.place': 'Where',
  'reference.kind': 'Kind',
  'reference.status': 'Status',
  'reference.meaning': 'Meaning',
  'reference.remedy': 'What to do',
  'reference.required': 'required',
  'reference.right': 'Needs the right {permission}.',
  'reference.no-right': 'Needs no right.',
  'reference.headers':
    'Every command takes three headers: Idempotency-Key (send the same key again and it takes effect once), Preview: true (answer and change nothing), Acknowledge (codes you overrule, separated by commas).',
  'reference.errors-title': 'Refusals',
  'reference.errors-lead': 'What each code means and what to do about it.',
} as const;
