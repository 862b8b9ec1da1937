/**
 * One pile of stock: what tells it apart, who holds it, why it is not available, and the forms that
 * put some of it into another condition or hands. Decides nothing of that.
 */
import type { HoldRow, StockRow } from '../../../inventory/contract.ts';
import { changeCondition, changeOwner, stockPile } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Chip, type Column, Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { wordOf } from '../word-of.ts';
import { ConditionStep, OwnerStep } from './pile-steps.tsx';
import { stockFieldOf } from './stock-fields.tsx';
import { conditionTone, expiryOf } from './stock-table.tsx';

type Step = 'condition' | 'owner';

function Dimensions({ visit, pile }: { visit: Visit; pile: StockRow }) {
  const { say, locale } = visit;
  const owner = nameIn(locale, { nameEn: pile.ownerNameEn, nameZh: pile.ownerNameZh });
  const why = pile.blockedBy === null ? [] : [say(`stock.why-${pile.blockedBy}`)];
  return (
    <Facts
      facts={[
        [
          say('stock.part'),
          <a class="code" href={links.part(pile.partId)}>
            {pile.partNumber}
          </a>,
        ],
        [say('stock.name'), nameIn(locale, pile)],
        [say('stock.location'), <span class="code">{pile.locationCode}</span>],
        [
          say('stock.condition'),
          <Chip tone={conditionTone[pile.condition]}>{say(`condition.${pile.condition}`)}</Chip>,
        ],
        [say('stock.owner'), pile.isOurs ? owner : <Chip tone="wait">{owner}</Chip>],
        [say('stock.lot'), pile.lotNumber],
        [say('stock.expires'), expiryOf(visit, pile)],
        [say('stock.box'), pile.boxNumber],
        [say('stock.on-hand'), pile.onHand],
        [say('stock.reserved'), pile.reserved],
        [say('stock.available'), pile.available],
        ...why.map((word) => [say('stock.not-available'), word] as const),
        [say('stock.serials'), pile.serialNumbers.join(', ')],
      ]}
    />
  );
}

function holdColumns({ say }: Visit): Column<HoldRow>[] {
  return [
    { heading: say('stock.hold-for'), kind: 'code', cell: (row) => row.document },
    { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
    { heading: say('stock.serials'), kind: 'code', cell: (row) => row.serialNumber ?? '' },
    { heading: say('stock.hold-since'), kind: 'code', cell: (row) => momentText(row.createdAt) },
    { heading: say('stock.hold-until'), kind: 'code', cell: (row) => momentText(row.expiresAt) },
  ];
}

async function page(visit: Visit, refused: { step: Step; form: FormState } | null) {
  const { say } = visit;
  const answer = await visit.ask(stockPile, { bucketId: idStep(visit, 'bucketId') });
  const { pile, holds } = answer;
  const formOf = (step: Step) =>
    refused?.step === step
      ? refused.form
      : blankForm(visit, { quantity: pile.onHand === 1 ? 1 : null });
  const isEmpty = pile.onHand === 0;
  const title = say('stock.pile-title', { part: pile.partNumber, location: pile.locationCode });
  const query = new URLSearchParams({ part: pile.partNumber, location: pile.locationCode });
  return show(
    visit,
    { title, section: 'stock', status: refused?.form.problem?.status },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/stock', label: say('stock.title') },
          { href: `/stock/move?${query}`, label: say('stock.move'), needs: 'stock.move' },
          { href: `/stock/movements?partId=${pile.partId}`, label: say('moves.title') },
        ]}
      />
      {isEmpty ? <p class="notice">{say('stock.pile-empty')}</p> : null}
      <Dimensions visit={visit} pile={pile} />
      {visit.can('stock.move') && !isEmpty ? (
        <ConditionStep visit={visit} answer={answer} form={formOf('condition')} />
      ) : null}
      {visit.can('stock.adjust') && !isEmpty ? (
        <OwnerStep visit={visit} answer={answer} form={formOf('owner')} />
      ) : null}
      <h2>{say('stock.pile-holds')}</h2>
      <Table
        visit={visit}
        caption={say('stock.pile-holds')}
        columns={holdColumns(visit)}
        rows={holds.slice(0, 50)}
        empty={say('stock.pile-no-holds')}
      />
    </>,
  );
}

/** Shows the pile. */
export function showPile(visit: Visit) {
  return page(visit, null);
}

const said = (visit: Visit, sentForm: FormData) => ({
  ...blankForm(visit),
  values: textsOf(sentForm),
});

/** Puts some of it into another condition. */
export async function sendPileCondition(visit: Visit, sentForm: FormData) {
  const bucketId = idStep(visit, 'bucketId');
  const { pile } = await visit.ask(stockPile, { bucketId });
  const sent = await submit(visit, sentForm, changeCondition, {
    fixed: { bucketId },
    fieldOf: { ...stockFieldOf, 'inventory.same-condition': 'condition' },
  });
  if (!sent.ok) return page(visit, { step: 'condition', form: sent.form });
  const typed = said(visit, sentForm);
  return visit.redirect(`/stock?partId=${pile.partId}`, 'stock.condition-changed', {
    quantity: textIn(typed, 'quantity'),
    part: pile.partNumber,
    condition: wordOf(visit, 'condition', textIn(typed, 'condition')),
  });
}

/** Makes some of it belong to another partner. */
export async function sendPileOwner(visit: Visit, sentForm: FormData) {
  const bucketId = idStep(visit, 'bucketId');
  const { pile } = await visit.ask(stockPile, { bucketId });
  const typed = said(visit, sentForm);
  const sent = await submitCodes(visit, sentForm, changeOwner, {
    codes: { ownerId: 'supplier' },
    fixed: { bucketId },
    fieldOf: {
      ...stockFieldOf,
      'inventory.same-owner': 'ownerId',
      'inventory.unknown-party': 'ownerId',
    },
  });
  if (!sent.ok) return page(visit, { step: 'owner', form: sent.form });
  return visit.redirect(`/stock?partId=${pile.partId}`, 'stock.owner-changed', {
    quantity: textIn(typed, 'quantity'),
    part: pile.partNumber,
    owner: textIn(typed, 'ownerId'),
  });
}
