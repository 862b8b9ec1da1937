/** What people write in the cells and headings that several tables share, in both languages. */

export const currencyHeadings = ['Currency', '币种', '货币', '币别'] as const;
export const yesNoExample = 'yes / 是, no / 否';
/** A day as people write it: year, month and day, with signs or words between. */
export const dayShape = /^((?:19|20|21)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
