/** The words of orders: state, stages, why a source stands where it stands. Shows; decides nothing. */
import type { OrderSummary, SourceView } from '../../../orders/index.ts';
import { Chip } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';

const toneOf: Readonly<Record<OrderSummary['state'], 'good' | 'wait' | undefined>> = {
  open: 'wait',
  'partly-fulfilled': 'wait',
  fulfilled: 'good',
  closed: undefined,
  cancelled: undefined,
};

/** Where an order stands. */
export function OrderState({ visit, state }: { visit: Visit; state: OrderSummary['state'] }) {
  return <Chip tone={toneOf[state]}>{wordOf(visit, 'orders.state', state)}</Chip>;
}

type Stages = Pick<
  OrderSummary,
  'waiting' | 'allocated' | 'picked' | 'inTransit' | 'received' | 'cancelled' | 'lost'
>;

const stages = [
  'waiting',
  'allocated',
  'picked',
  'inTransit',
  'received',
  'cancelled',
  'lost',
] as const;
const stageTone: Readonly<Partial<Record<keyof Stages, 'good' | 'wait' | 'bad'>>> = {
  waiting: 'wait',
  received: 'good',
  lost: 'bad',
};

/** How far the pieces have come, in words and numbers; stages without a piece are left out. */
export function Progress({ visit, of }: { visit: Visit; of: Stages }) {
  return (
    <>
      {stages
        .filter((stage) => of[stage] > 0)
        .map((stage) => (
          <>
            <Chip tone={stageTone[stage]}>
              {`${visit.say(`orders.stage.${stage}`)} ${of[stage]}`}
            </Chip>{' '}
          </>
        ))}
    </>
  );
}

type Reason = SourceView['reasons'][number];

function wordsOfReason(visit: Visit, { code, params }: Reason): string {
  const told: Record<string, string | number | boolean | null> = { ...params };
  if (typeof params.departAt === 'number') {
    told.departAt = momentText(new Date(params.departAt).toISOString());
  }
  if (typeof params.readyAt === 'number') {
    told.readyAt = momentText(new Date(params.readyAt).toISOString());
  }
  if (code === 'cost' && typeof params.costMinor === 'number') {
    told.cost = moneyText(params.costMinor, String(params.currency ?? ''));
  }
  for (const [name, value] of Object.entries(told)) if (value === null) told[name] = '—';
  return visit.say(`orders.reason.${code}`, told);
}

/** The reasons of a source as one sentence. */
export function reasonsText(visit: Visit, reasons: readonly Reason[]): string {
  return reasons.map((reason) => wordsOfReason(visit, reason)).join(visit.say('orders.and'));
}

/** How near a source is. */
export function nearnessText(visit: Visit, source: SourceView): string {
  const { kind, nearness } = source;
  return visit.say(kind === 'stock' ? `orders.nearness.${nearness}` : `orders.source.${kind}`);
}
