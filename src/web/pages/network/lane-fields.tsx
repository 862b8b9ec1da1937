/** What is asked of a lane, and how its typed times and amounts are read. */
import type { z } from 'zod';
import { currencies, listSites } from '../../../inventory/index.ts';
import { autoReceipts, laneModes } from '../../../network/contract.ts';
import { listCalendars } from '../../../network/index.ts';
import type { FormState } from '../../form.ts';
import { minorOf } from '../../minor-amount.ts';
import { type Option, SelectField, TextField } from '../../ui/fields.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { readClocks } from './transit-text.ts';

/** The choices of a lane's form. */
export interface LaneChoices {
  readonly sites: readonly Option[];
  readonly calendars: readonly Option[];
}

/** Sites and calendars as choices. */
export async function laneChoices(visit: Visit): Promise<LaneChoices> {
  const { locale } = visit;
  const [sites, { calendars }] = await Promise.all([
    visit.ask(listSites, {}),
    visit.ask(listCalendars, {}),
  ]);
  const optionOf = (
    one: z.output<typeof listSites.output>[number] | (typeof calendars)[number],
  ) => ({
    value: one.id,
    label: `${one.code} · ${nameIn(locale, one)}`,
  });
  return { sites: sites.map(optionOf), calendars: calendars.map(optionOf) };
}

/** Reads the cut-off and the freight as people type them. */
export function readLaneTexts(texts: Map<string, string[]>): void {
  readClocks(texts, ['cutOffMinute']);
  const cost = texts.get('costMinor')?.at(-1) ?? '';
  if (cost !== '') texts.set('costMinor', [minorOf(cost)]);
}

interface Props {
  readonly visit: Visit;
  readonly form: FormState;
  readonly choices: LaneChoices;
}

function Ends({ visit, form, choices }: Props) {
  const { say } = visit;
  const modes = laneModes.map((value) => ({ value, label: say(`network.mode.${value}`) }));
  return (
    <>
      <SelectField
        form={form}
        name="fromSiteId"
        label={say('network.from')}
        options={choices.sites}
        empty="—"
        required
      />
      <SelectField
        form={form}
        name="toSiteId"
        label={say('network.to')}
        options={choices.sites}
        empty="—"
        required
      />
      <SelectField form={form} name="mode" label={say('network.mode')} options={modes} required />
      <TextField form={form} name="carrier" label={say('network.carrier')} maxlength={80} />
    </>
  );
}

function Times({ visit, form, choices }: Props) {
  const { say } = visit;
  return (
    <>
      <TextField
        form={form}
        name="leadHours"
        label={say('network.lead')}
        hint={say('network.lead-hint')}
        inputmode="numeric"
        required
      />
      <TextField
        form={form}
        name="spreadHours"
        label={say('network.spread-hours')}
        hint={say('network.spread-hint')}
        inputmode="numeric"
      />
      <SelectField
        form={form}
        name="calendarId"
        label={say('network.calendar')}
        options={choices.calendars}
        required
      />
      <TextField
        form={form}
        name="cutOffMinute"
        label={say('network.cut-off')}
        hint={say('network.cut-off-hint')}
        maxlength={5}
      />
    </>
  );
}

function Terms({ visit, form }: Omit<Props, 'choices'>) {
  const { say } = visit;
  const money = currencies.map((value) => ({ value, label: value }));
  const auto = autoReceipts.map((value) => ({ value, label: say(`network.auto.${value}`) }));
  return (
    <>
      <TextField form={form} name="costMinor" label={say('network.cost')} inputmode="decimal" />
      <SelectField
        form={form}
        name="currency"
        label={say('network.currency')}
        options={money}
        required
      />
      <TextField
        form={form}
        name="priority"
        label={say('network.priority')}
        hint={say('network.priority-hint')}
        inputmode="numeric"
      />
      <TextField form={form} name="validFrom" label={say('network.valid-from')} type="date" />
      <TextField form={form} name="validTo" label={say('network.valid-to')} type="date" />
      <SelectField
        form={form}
        name="autoReceiveAfter"
        label={say('network.auto')}
        options={auto}
        empty={say('network.auto.never')}
      />
    </>
  );
}

/** The fields of a lane. */
export function LaneFields(props: Props) {
  return (
    <>
      <Ends {...props} />
      <Times {...props} />
      <Terms {...props} />
    </>
  );
}

/** The fields that refusals of a lane belong to. */
export const laneFieldOf = {
  'network.lane-to-itself': 'toSiteId',
  'inventory.unknown-site': 'toSiteId',
  'inventory.site-retired': 'toSiteId',
  'network.unknown-calendar': 'calendarId',
  'network.calendar-retired': 'calendarId',
};
