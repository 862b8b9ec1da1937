/** English words for the refusals of purchase demand and purchase orders. */
export const purchasingErrorsEn = {
  'purchasing.unknown-purchase-order.title': 'There is no such purchase order',
  'purchasing.unknown-purchase-order.remedy': 'Check the number, or look for it in the list.',
  'purchasing.unknown-line.title': 'The order has no such line',
  'purchasing.unknown-line.remedy': 'Load the page again and choose a line it shows.',
  'purchasing.unknown-demand.title': 'There is no such demand',
  'purchasing.unknown-demand.remedy': 'Load the list of demand again.',
  'purchasing.version-changed.title': 'Somebody else has changed this meanwhile',
  'purchasing.version-changed.remedy': 'Load the page again and look at what changed.',
  'purchasing.event-not-allowed.title': 'This step is not possible now',
  'purchasing.event-not-allowed.remedy':
    'Load the page again and choose one of the steps it offers.',
  'purchasing.something-is-ordered.title': 'The order has no line',
  'purchasing.something-is-ordered.remedy': 'Add at least one part, then send it.',
  'purchasing.every-price-is-known.title': 'A line has no price',
  'purchasing.every-price-is-known.remedy':
    'Fill in the price of every line, or enter the supplier’s prices with the part.',
  'purchasing.quantity-is-to-come.title': 'That is more than is still to come',
  'purchasing.quantity-is-to-come.remedy':
    'Load the page again: it shows how many are still to come.',
  'purchasing.nothing-to-buy.title': 'Nothing of this is to be bought any more',
  'purchasing.nothing-to-buy.remedy':
    'Somebody has bought it meanwhile, or stock came in. Load the list of demand again.',
  'purchasing.not-a-supplier.title': '{code} is no supplier',
  'purchasing.not-a-supplier.remedy': 'Choose a supplier or a repairer.',
  'purchasing.supplier-is-retired.title': '{code} is no longer used',
  'purchasing.supplier-is-retired.remedy': 'Choose another supplier.',
  'purchasing.does-not-sell.title': 'This supplier does not sell {partNumber}',
  'purchasing.does-not-sell.remedy':
    'Choose another supplier, or enter with the part that he sells it.',
  'purchasing.odd-quantity.title': 'The supplier does not sell this quantity',
  'purchasing.odd-quantity.remedy':
    'He sells packs of {packSize}, at least {minimumOrder}. {better} would fit. Confirm to order it all the same.',
  'purchasing.quantity-beyond-counting.title': 'The quantity is too large',
  'purchasing.quantity-beyond-counting.remedy':
    'At most {max} of {partNumber} fit in one line. Buy it in several orders.',
  'purchasing.value-beyond-counting.title': 'The amount is too large',
  'purchasing.value-beyond-counting.remedy': 'Check quantity and price, or use several orders.',
  'purchasing.day-is-over.title': '{day} is over',
  'purchasing.day-is-over.remedy': 'Choose today or a later day.',
  'purchasing.bought-already.title': 'All of it is bought already',
  'purchasing.bought-already.remedy': 'Change or cancel the purchase order instead.',
  'purchasing.not-sent-yet.title': '{number} has not been sent yet',
  'purchasing.not-sent-yet.remedy': 'Send the order to the supplier first.',
  'purchasing.order-is-ended.title': '{number} expects nothing any more',
  'purchasing.order-is-ended.remedy':
    'All of it came, or the rest was cancelled. Receive the goods by hand, under Goods in, and name the supplier there.',
  'purchasing.not-on-order.title': '{partNumber} is not on {number}',
  'purchasing.not-on-order.remedy':
    'Check the part. If the supplier sent it all the same, receive it by hand, under Goods in.',
  'purchasing.no-dock.title': '{site} has no dock',
  'purchasing.no-dock.remedy': 'Name the place the goods are put, or add a dock to the site.',
} as const;
