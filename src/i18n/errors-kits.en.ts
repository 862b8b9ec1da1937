/** English words for the refusals of kits and bills of material. */
export const kitsErrorsEn = {
  'kits.unknown-kit.title': 'There is no such kit',
  'kits.unknown-kit.remedy': 'Check the number, or look for it in the list.',
  'kits.unknown-order.title': 'There is no such kit document',
  'kits.unknown-order.remedy':
    'Check the number, or look for it in the list of built and broken kits.',
  'kits.unknown-component.title': 'The kit has no such component',
  'kits.unknown-component.remedy': 'Load the kit again: the component may have been removed.',
  'kits.unknown-bom-line.title': 'There is no such line in the bill of material',
  'kits.unknown-bom-line.remedy': 'Load the page again: the line may have been removed.',
  'kits.kit-circle.title': 'A kit cannot contain itself',
  'kits.kit-circle.remedy': 'The circle is: {chain}. Leave one of these out.',
  'kits.component-twice.title': 'A component is named twice',
  'kits.component-twice.remedy': 'Name {partNumber} once, with the whole quantity.',
  'kits.last-component.title': 'A kit has at least one component',
  'kits.last-component.remedy': 'Add another component before you remove {partNumber}.',
  'kits.currency-differs.title': 'The kit and its component are valued in different currencies',
  'kits.currency-differs.remedy':
    '{partNumber} is in {currency}, the kit in {kitCurrency}. Give both parts one currency.',
  'kits.revision-changed.title': 'Somebody has changed this kit meanwhile',
  'kits.revision-changed.remedy':
    'It is at revision {revision} now. Load it again, look at what was changed, and enter yours anew.',
  'kits.part-not-for-model.title': 'This part is not listed for this model',
  'kits.part-not-for-model.remedy':
    'On the page of {partNumber}, under “More”, say that it fits {model}. Then give its position.',
  'kits.position-taken.title': 'This part has this position already',
  'kits.position-taken.remedy':
    'Remove the line of position {position} first, or name another one.',
  'kits.too-many-pieces.title': 'That is more than can be reckoned with',
  'kits.too-many-pieces.remedy': 'Ask for a smaller number of kits.',
  'kits.missing-components.title': 'Components are missing',
  'kits.missing-components.remedy':
    'Missing: {missing}. Bring them to the chosen locations, or build at most {buildable}.',
  'kits.pieces-required.title': 'Serial numbers are missing',
  'kits.pieces-required.remedy': 'Scan the serial numbers of these components: {pieces}.',
  'kits.piece-not-wanted.title': 'This piece is not needed',
  'kits.piece-not-wanted.remedy':
    '{serialNumber} is no free piece of a component in the chosen locations, or one too many. Take it off the list.',
  'kits.lot-not-here.title': 'This lot is not in the chosen locations',
  'kits.lot-not-here.remedy': 'No component of lot {lotNumber} is free there. Check the number.',
  'kits.not-optional.title': 'This component cannot be left out',
  'kits.not-optional.remedy': 'Only components marked as optional can be left out.',
  'kits.nothing-left.title': 'No component is left',
  'kits.nothing-left.remedy': 'Leave fewer components out.',
  'kits.another-site.title': 'The locations belong to different sites',
  'kits.another-site.remedy': 'Take components from the site where the kits are put.',
  'kits.components-do-not-add-up.title': 'The components do not add up',
  'kits.components-do-not-add-up.remedy':
    '{partNumber}: {expected} went into the kits, {given} are returned or missing. Correct the numbers.',
  'kits.not-a-component.title': 'This part is no component of the kit',
  'kits.not-a-component.remedy': '{partNumber} is neither a component nor a permitted substitute.',
  'kits.reason-required.title': 'A missing component needs a reason',
  'kits.reason-required.remedy': 'Say why it is missing.',
} as const;
