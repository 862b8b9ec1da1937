/** The words of requests: state, urgency, what they are for, what they are worth. */
import type { RequestSummary } from '../../../orders/index.ts';
import { Chip } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';

const toneOf: Readonly<Record<RequestSummary['state'], 'good' | 'wait' | 'bad' | undefined>> = {
  submitted: 'wait',
  approved: 'good',
  'partly-approved': 'good',
  rejected: 'bad',
  cancelled: undefined,
  fulfilled: 'good',
  closed: undefined,
};

/** Where a request stands. */
export function RequestState({ visit, state }: { visit: Visit; state: RequestSummary['state'] }) {
  return <Chip tone={toneOf[state]}>{wordOf(visit, 'requests.state', state)}</Chip>;
}

/** How urgent it is; only what is more than normal stands out. */
export function Priority({ visit, priority }: { visit: Visit; priority: number }) {
  const word = priorityWord(visit, priority);
  if (priority > 2) return <>{word}</>;
  return <Chip tone={priority === 1 ? 'bad' : 'wait'}>{word}</Chip>;
}

/** The word for an urgency. */
export function priorityWord(visit: Visit, priority: number): string {
  return wordOf(visit, 'requests.priority', String(priority));
}

/** What it is worth; says so when a cost is not known. */
export function valueText(
  visit: Visit,
  request: Pick<RequestSummary, 'valueMinor' | 'isValueKnown' | 'currency'>,
): string {
  // An amount and its currency stay on one line.
  const amount = moneyText(request.valueMinor, request.currency ?? '').trim();
  const text = amount.replace(' ', '\u00a0');
  return request.isValueKnown ? text : visit.say('requests.value-partly', { value: text });
}

/** The day a moment lies on; a dash when there is none. */
export function dayText(moment: string | null): string {
  return moment === null ? '—' : moment.slice(0, 10);
}

/** The parts of a request in one cell: the first ones by number, and how many more. */
export function partsText(visit: Visit, request: RequestSummary): string {
  const { partNumbers, lineCount } = request;
  const named = partNumbers.join(', ');
  const more = lineCount > partNumbers.length;
  return more ? visit.say('requests.and-more', { parts: named, count: lineCount }) : named;
}
