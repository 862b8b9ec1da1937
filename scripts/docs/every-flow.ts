// Every machine there is, with what its page says first and the check of the database that lists its states.
import {
  countBinFlow,
  countLineFlow,
  stockChangeFlow,
  stockCountFlow,
} from '../../src/counts/index.ts';
import { owedFlow } from '../../src/inventory/index.ts';
import { orderFlow, requestFlow } from '../../src/orders/index.ts';
import { partReturnFlow } from '../../src/part-returns/index.ts';
import type { NamedMachine } from '../../src/platform/flow-snapshot.ts';
import { purchaseFlow } from '../../src/purchasing/index.ts';
import { discrepancyFlow } from '../../src/receipts/index.ts';
import { repairJobFlow, rmaLineFlow } from '../../src/rma/index.ts';
import { shipmentFlow } from '../../src/shipments/index.ts';

/** A machine as its page shows it. */
export interface DocumentedFlow extends NamedMachine {
  readonly errors: { readonly module: string };
  readonly internalEvents: ReadonlySet<string>;
}

export interface FlowEntry {
  /** Name of the page. */
  readonly page: string;
  /** The check constraint that repeats the states in the database. */
  readonly constraint: string;
  readonly flow: DocumentedFlow;
  readonly title: string;
  readonly lead: string;
}

export const everyFlow: readonly FlowEntry[] = [
  {
    page: 'rma-line',
    constraint: 'rma_line_top',
    flow: rmaLineFlow,
    title: 'The return line',
    lead: 'One unit of a customer on its way in, through the depot and back. Its regions run side by side while it is open.',
  },
  {
    page: 'repair-job',
    constraint: 'repair_job_state',
    flow: repairJobFlow,
    title: 'The repair job',
    lead: 'What the bench does with the unit of one line. It tells its line how it ended.',
  },
  {
    page: 'parts-request',
    constraint: 'parts_request_state',
    flow: requestFlow,
    title: 'The request for parts',
    lead: 'Somebody asks for parts, somebody else decides, and an order brings them. What happens to the order is told to the request.',
  },
  {
    page: 'stock-order',
    constraint: 'stock_order_state',
    flow: orderFlow,
    title: 'The order for parts',
    lead: 'Parts that are to be brought to a place. Its state says how far the pieces are: waiting, held, picked, on the road, there.',
  },
  {
    page: 'shipment',
    constraint: 'shipment_state',
    flow: shipmentFlow,
    title: 'The shipment',
    lead: 'Goods that leave a site together, from the packing table to the dock of the receiver or of a party outside.',
  },
  {
    page: 'discrepancy',
    constraint: 'discrepancy_state',
    flow: discrepancyFlow,
    title: 'The discrepancy',
    lead: 'Pieces that did not come as they should: short, over, damaged, another part. It is settled piece by piece.',
  },
  {
    page: 'purchase-order',
    constraint: 'purchase_order_state',
    flow: purchaseFlow,
    title: 'The purchase order',
    lead: 'What a supplier is asked for, from the draft to the last piece that came or was cancelled.',
  },
  {
    page: 'part-return',
    constraint: 'part_return_state',
    flow: partReturnFlow,
    title: 'The return of parts',
    lead: 'Parts that come back from a van, a bench or a site: unused ones and defective ones.',
  },
  {
    page: 'owed-part',
    constraint: 'defective_return_state',
    flow: owedFlow,
    title: 'The defective part that is owed',
    lead: 'Whoever puts in a new part owes the old one until it is back, or is not asked for any more.',
  },
  {
    page: 'stock-count',
    constraint: 'stock_count_state',
    flow: stockCountFlow,
    title: 'The count',
    lead: 'The bins that are looked at under one number. Differences are posted when somebody who did not count approves them.',
  },
  {
    page: 'count-bin',
    constraint: 'count_bin_state',
    flow: countBinFlow,
    title: 'The bin of a count',
    lead: 'One place that somebody stands in front of. A second look is done by somebody else.',
  },
  {
    page: 'count-line',
    constraint: 'count_line_state',
    flow: countLineFlow,
    title: 'The counted line',
    lead: 'One pile of a bin: what was counted against what the books held at that moment.',
  },
  {
    page: 'stock-change',
    constraint: 'stock_change_state',
    flow: stockChangeFlow,
    title: 'The adjustment or scrapping',
    lead: 'A change of stock that one person asks for and another one lets happen.',
  },
];
