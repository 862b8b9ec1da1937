/** One receipt: everything that came in under it, what was wrong, its paper and its labels. */
import { getReceipt } from '../../../receipts/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { wordOf } from '../word-of.ts';
import { receiptLinks } from './links.ts';
import { DiscrepancyTable } from './tables.tsx';

type Receipt = Awaited<ReturnType<typeof receiptOf>>;

const receiptOf = (visit: Visit) =>
  visit.ask(getReceipt, { receiptId: idStep(visit, 'receiptId') });

function Lines({ visit, receipt }: { visit: Visit; receipt: Receipt }) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('receipts.lines')}
      rows={receipt.receivedLines}
      columns={[
        {
          heading: say('stock.part'),
          cell: (line) => (
            <>
              <a class="code" href={links.part(line.partId)}>
                {line.partNumber}
              </a>{' '}
              {nameIn(locale, line)}
            </>
          ),
        },
        { heading: say('stock.quantity'), kind: 'number', cell: (line) => line.quantity },
        { heading: say('stock.condition'), cell: (line) => say(`condition.${line.condition}`) },
        { heading: say('stock.location'), kind: 'code', cell: (line) => line.locationCode },
        {
          heading: say('receipts.serial-or-lot'),
          kind: 'code',
          cell: (line) => line.serialNumbers.join(' ') || (line.lotNumber ?? '—'),
        },
        { heading: say('receipts.expires'), cell: (line) => line.expiresOn ?? '—' },
        { heading: say('stock.box'), kind: 'code', cell: (line) => line.boxNumber ?? '—' },
      ]}
    />
  );
}

/** `/receipts/:receiptId`. */
export async function showReceipt(visit: Visit) {
  const { say } = visit;
  const receipt = await receiptOf(visit);
  const { shipmentId, documentNumber } = receipt;
  const isOpenEnded = receipt.kind === 'manual' && receipt.document === null;
  return show(
    visit,
    {
      title: say('receipts.receipt', { number: receipt.number }),
      section: 'receipts',
      floor: true,
    },
    <>
      <PageLinks
        visit={visit}
        links={[
          {
            href: receiptLinks.labels(receipt.id),
            label: say('receipts.print-labels'),
            needs: 'labels.print',
            isMain: true,
          },
          {
            href: receiptLinks.note(receipt.id),
            label: say('receipts.print-note'),
            needs: 'labels.print',
          },
          { href: receiptLinks.putAway, label: say('receipts.put-away') },
          ...(isOpenEnded
            ? [
                {
                  href: `${receiptLinks.byHand}?receipt=${receipt.id}`,
                  label: say('receipts.go-on'),
                  needs: 'receipts.work' as const,
                },
              ]
            : []),
        ]}
      />
      <Facts
        facts={[
          [say('receipts.what'), wordOf(visit, 'receipts.from', receipt.kind)],
          [
            say('receipts.document'),
            shipmentId === null ? (
              documentNumber
            ) : (
              <a class="code" href={receiptLinks.arrival(shipmentId)}>
                {documentNumber}
              </a>
            ),
          ],
          [say('receipts.sender'), receipt.sender],
          [say('stock.site'), receipt.siteCode],
          [say('receipts.received-by'), receipt.receivedByName],
          [say('receipts.received-at'), momentText(receipt.receivedAt)],
          [say('receipts.note'), receipt.note],
        ]}
      />
      <h2>{say('receipts.lines')}</h2>
      <Lines visit={visit} receipt={receipt} />
      {receipt.discrepancies.length === 0 ? null : (
        <>
          <h2>{say('receipts.discrepancies')}</h2>
          <DiscrepancyTable visit={visit} rows={receipt.discrepancies} />
        </>
      )}
    </>,
  );
}
