/** English words for the refusals of inventory and transaction reports. */
export const reportsErrorsEn = {
  'reports.days-reversed.title': 'The period ends before it begins',
  'reports.days-reversed.remedy':
    'It begins on {fromDay} and ends on {untilDay}. Change one of the two days.',
  'reports.too-many-periods.title': 'Too many periods for one report',
  'reports.too-many-periods.remedy':
    'A report shows at most {max}. Choose longer periods or fewer days.',
  'reports.whole-company-only.title': 'This report is about the whole company',
  'reports.whole-company-only.remedy':
    'Value is kept for all sites together. Ask somebody who sees the values of all sites.',
} as const;
