/** English words of the planning pages: suggestions and levels. */
export const planningPagesEn = {
  'planning.title': 'Suggestions',
  'planning.levels': 'Minimum and maximum',
  'planning.search': 'Part number or name',
  'planning.part': 'Part number',
  'planning.name': 'Name',
  'planning.site': 'Site',
  'planning.order': 'Order',
  'planning.why': 'Why',
  'planning.why-levels':
    'On hand {onHand} − reserved {reserved} = {available} available, at or below the minimum {min}: order {quantity} up to the maximum {max}.',
  'planning.why-packs':
    'The maximum {max} is passed, because the supplier sells at least {minimumOrder}, in packs of {packSize}.',
  'planning.why-lead': 'Lead time {days} days.',
  'planning.why-demand': '12-month demand {demand}.',
  'planning.value': 'Value',
  'planning.opened': 'Since',
  'planning.reviewed': 'Reviewed',
  'planning.none':
    'No part is at or below its minimum. Parts without a minimum are not watched: set one under “Minimum and maximum”.',
  'planning.levels-none': 'No levels yet. Set the first one below, or import a parts list.',
  'planning.min': 'Minimum',
  'planning.max': 'Maximum',
  'planning.min-hint': 'At or below this quantity an order is suggested.',
  'planning.max-hint': 'An order fills up to this quantity.',
  'planning.set-by': 'Set by',
  'planning.change': 'Change',
  'planning.set': 'Set a level',
  'planning.set-go': 'Set the level',
  'planning.set-done': 'Level of {part}: {min} to {max}.',
} as const;
