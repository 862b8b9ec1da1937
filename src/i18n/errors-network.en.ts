/** English words for the refusals of the transport network. */
export const networkErrorsEn = {
  'network.unknown-lane.title': 'There is no such lane',
  'network.unknown-lane.remedy': 'Look for it in the list of lanes.',
  'network.unknown-calendar.title': 'There is no such calendar',
  'network.unknown-calendar.remedy': 'Look for it in the list of calendars.',
  'network.unknown-route.title': 'There is no such return route',
  'network.unknown-route.remedy': 'Look for it in the list of return routes.',
  'network.lane-to-itself.title': 'A lane leads to another site',
  'network.lane-to-itself.remedy': 'Choose two different sites.',
  'network.lane-retired.title': 'This lane is out of use',
  'network.lane-retired.remedy': 'Add a new lane between the two sites.',
  'network.calendar-code-taken.title': 'This calendar code is taken',
  'network.calendar-code-taken.remedy': 'Choose another code than {code}.',
  'network.calendar-in-use.title': 'Lanes use this calendar',
  'network.calendar-in-use.remedy': 'Give the lanes that use it another calendar first.',
  'network.calendar-retired.title': 'This calendar is out of use',
  'network.calendar-retired.remedy': 'Choose another calendar.',
  'network.holidays-unreadable.title': 'Some lines are not holidays',
  'network.holidays-unreadable.remedy':
    'Write one a line: a date such as 2026-10-01, then its name. Line {line} is “{text}”.',
  'network.route-exists.title': 'There is a route for these returns already',
  'network.route-exists.remedy':
    'Change that route, or say more exactly which returns this is for.',
  'network.route-to-itself.title': 'A route leads to another place',
  'network.route-to-itself.remedy': 'Choose an end that is not the site it starts from.',
  'network.route-end-unfit.title': 'A return goes to one site, repairer or supplier',
  'network.route-end-unfit.remedy': 'Choose exactly one of them; customers are no end of a route.',
} as const;
