/** The words of purchasing: states, and why so much is bought. Shows; decides nothing. */
import type { DemandRow, PurchaseLineView, PurchaseSummary } from '../../../purchasing/contract.ts';
import { Chip } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

const toneOf: Readonly<Record<PurchaseSummary['state'], 'good' | 'wait' | undefined>> = {
  draft: undefined,
  sent: 'wait',
  confirmed: 'wait',
  'partly-received': 'wait',
  received: 'good',
  closed: undefined,
  cancelled: undefined,
};

/** Where an order stands, and that it is late. */
export function PurchaseState({
  visit,
  order,
}: {
  visit: Visit;
  order: Pick<PurchaseSummary, 'state' | 'isOverdue'>;
}) {
  return (
    <>
      <Chip tone={toneOf[order.state]}>{wordOf(visit, 'purchasing.state', order.state)}</Chip>
      {order.isOverdue ? (
        <>
          {' '}
          <Chip tone="bad">{visit.say('purchasing.overdue')}</Chip>
        </>
      ) : null}
    </>
  );
}

/** Sentences one after the other, as the language joins them. */
export function joined({ locale }: Visit, sentences: readonly string[]): string {
  return sentences.join(locale === 'en' ? ' ' : '');
}

type Numbers = Pick<DemandRow, 'waiting' | 'free' | 'road' | 'expected' | 'draft' | 'byHand'> & {
  readonly short: number;
};

/** What the number to buy is made of; parts of it that are nothing are left out. */
export function reckoning({ say }: Visit, numbers: Numbers): string[] {
  const { waiting, byHand, short } = numbers;
  const covers = (['free', 'road', 'expected', 'draft'] as const)
    .filter((kind) => numbers[kind] > 0)
    .map((kind) => say(`purchasing.less.${kind}`, { pieces: numbers[kind] }));
  const net =
    covers.length === 0
      ? say('purchasing.why-waits', { waiting })
      : say('purchasing.why-net', { waiting, less: covers.join(say('purchasing.and')), short });
  return [
    ...(waiting > 0 ? [net] : []),
    ...(byHand > 0 ? [say('purchasing.why-by-hand', { byHand })] : []),
  ];
}

/** What raised the quantity above what is needed. */
export function rounding(
  { say }: Visit,
  terms: {
    readonly quantity: number;
    readonly packSize: number;
    readonly minimumOrder: number;
    readonly isRaisedToMinimum: boolean;
    readonly isRaisedToPack: boolean;
  },
): string[] {
  const { quantity, packSize, minimumOrder, isRaisedToMinimum, isRaisedToPack } = terms;
  return [
    ...(isRaisedToMinimum ? [say('purchasing.why-minimum', { minimumOrder })] : []),
    ...(isRaisedToPack ? [say('purchasing.why-pack', { packSize, quantity })] : []),
  ];
}

/** Why a line of an order is as large as it is; nothing for a line made by hand. */
export function lineReason(visit: Visit, line: PurchaseLineView): string {
  const { why, packSize, minimumOrder } = line;
  if (why === null) return '';
  const { needed, waiting, byHand } = why;
  const sentences = [
    visit.say('purchasing.why-line', { needed, waiting, byHand }),
    ...rounding(visit, { ...why, quantity: line.quantity, packSize, minimumOrder }),
  ];
  return joined(visit, sentences);
}
