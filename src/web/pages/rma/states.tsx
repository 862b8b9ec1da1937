/** Where a return stands, in words: a strip of its regions, a chip for lists, its coverage. */
import { coverageSentences } from '../../../documents/index.ts';
import { isPageKey } from '../../../i18n/page-words.ts';
import type { CoverageView, LineSummary } from '../../../rma/contract.ts';
import { Chip } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';

type Regions = Pick<LineSummary, 'top' | 'inbound' | 'remedy' | 'outbound' | 'money' | 'hold'>;

const regions = ['inbound', 'remedy', 'outbound', 'money', 'hold'] as const;

/** A state by its region in words; the state itself where the catalogue has none. */
export function stateWord(visit: Visit, region: string, state: string): string {
  const key = `state.${region}.${state}`;
  return isPageKey(key) ? visit.say(key) : '—';
}

/** The one thing a list shows of a return: the region that is furthest on. */
export function stateChip(visit: Visit, line: Regions & { readonly jobState?: string | null }) {
  const { top, inbound, remedy, outbound, hold, money } = line;
  const word = (region: string, state: string) => stateWord(visit, region, state);
  if (top !== 'open') return <Chip tone="good">{word('top', top)}</Chip>;
  if (hold === 'held') return <Chip tone="bad">{word('hold', hold)}</Chip>;
  if (outbound !== 'idle') return <Chip tone="good">{word('outbound', outbound)}</Chip>;
  if (inbound === 'quarantine') return <Chip tone="bad">{word('inbound', inbound)}</Chip>;
  if (remedy === 'repairing' && line.jobState != null) {
    return <Chip tone="wait">{word('job', line.jobState)}</Chip>;
  }
  if (remedy !== 'undecided') {
    const isDue = money === 'due';
    return <Chip tone={isDue ? 'wait' : 'good'}>{word('remedy', remedy)}</Chip>;
  }
  if (inbound === 'received') return <Chip tone="wait">{word('remedy', remedy)}</Chip>;
  return <Chip>{word('inbound', inbound)}</Chip>;
}

/** Every region with its state. */
export function StateStrip({ visit, line }: { visit: Visit; line: Regions }) {
  const { say } = visit;
  return (
    <dl class="strip">
      <div>
        <dt>{say('region.top')}</dt>
        <dd>{stateWord(visit, 'top', line.top)}</dd>
      </div>
      {line.top === 'open' || line.inbound !== '-'
        ? regions.map((region) => (
            <div>
              <dt>{say(`region.${region}`)}</dt>
              <dd>{stateWord(visit, region, line[region])}</dd>
            </div>
          ))
        : null}
    </dl>
  );
}

/** What the warranty grants, in one line. */
export function coverageTitle(visit: Visit, coverage: CoverageView | null): string {
  const { say } = visit;
  if (coverage === null) return say('coverage.unknown');
  const entitlement = say(`coverage.${coverage.entitlement}`);
  const { endsOn } = coverage;
  if (endsOn === null || coverage.entitlement === 'paid') return entitlement;
  return say('coverage.until', { entitlement, endsOn });
}

/** What the warranty grants, and why, one sentence a reason. */
export function Coverage({ visit, coverage }: { visit: Visit; coverage: CoverageView | null }) {
  const tone = coverage === null || coverage.entitlement === 'paid' ? 'wait' : 'good';
  return (
    <div>
      <Chip tone={tone}>{coverageTitle(visit, coverage)}</Chip>
      <ul>
        {coverage === null
          ? null
          : coverageSentences(visit.locale, coverage).map((sentence) => <li>{sentence}</li>)}
      </ul>
    </div>
  );
}
