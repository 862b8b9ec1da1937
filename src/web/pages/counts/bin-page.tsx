/**
 * The page of a counter in front of a bin: one field that takes parts, pieces and the next bin. It shows
 * what he scanned and never what somebody expects.
 */

import type { BinView, CountedRow } from '../../../counts/contract.ts';
import { getCountBin } from '../../../counts/index.ts';
import { wordsOf } from '../../../http/problem.ts';
import { conditions } from '../../../inventory/index.ts';
import { blankForm, type FormState, keyField, textIn } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox, ProblemNotice } from '../../ui/form-box.tsx';
import { Facts, Table } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { progressOf } from './count-table.tsx';
import { countLinks } from './links.ts';

interface BinProps {
  readonly visit: Visit;
  readonly bin: BinView;
}

function can(bin: BinView, event: string): boolean {
  return bin.events.some((one) => one.event === event && one.allowed);
}

function HowMany({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  const modes = (['add', 'set'] as const).map((value) => {
    return { value, label: say(`counts.mode.${value}`) };
  });
  const isMoreNeeded = form.issues.has('condition') || form.issues.has('lotNumber');
  return (
    <>
      <div class="columns">
        <TextField form={form} name="quantity" label={say('counts.quantity')} inputmode="numeric" />
        <SelectField form={form} name="mode" label={say('counts.mode')} options={modes} />
      </div>
      <details open={isMoreNeeded}>
        <summary>{say('counts.more')}</summary>
        <div class="columns">
          <SelectField
            form={form}
            name="condition"
            label={say('counts.condition')}
            options={states}
            empty={say('counts.condition-as-known')}
          />
          <TextField
            form={form}
            name="lotNumber"
            label={say('counts.lot')}
            hint={say('counts.lot-hint')}
            isCode
          />
        </div>
      </details>
    </>
  );
}

/** The scan form; in serial mode every scan is a piece of one part. */
function ScanForm({ visit, bin, form }: BinProps & { form: FormState }) {
  const { say } = visit;
  const part = visit.param('serial') || textIn(form, 'serialPart');
  const at = countLinks.bin(bin.countId, bin.binId);
  const isSerial = part !== '';
  return (
    <FormBox visit={visit} form={form} action={`${at}/scan`}>
      {isSerial ? <input type="hidden" name="serialPart" value={part} /> : null}
      {visit.param('confirm') === '' ? null : (
        <>
          <input type="hidden" name="confirmed" value="true" />
          <p class="notice">{wordsOfEmpty(visit)}</p>
        </>
      )}
      <TextField
        form={form}
        name="code"
        label={isSerial ? say('counts.serial-mode', { part }) : say('counts.scan-here')}
        hint={isSerial ? say('counts.serial-mode-hint') : say('counts.scan-here-hint')}
        maxlength={200}
        isCode
        required
        hasFocus
      />
      {isSerial ? null : <HowMany visit={visit} form={form} />}
      <button type="submit" class="main">
        {say('counts.scan-go')}
      </button>
      {isSerial ? (
        <p>
          <a href={at}>{say('counts.serial-mode-end')}</a>
        </p>
      ) : null}
    </FormBox>
  );
}

function wordsOfEmpty(visit: Visit): string {
  const { title, remedy } = wordsOf('counts.emptiness-is-confirmed', visit.locale);
  return visit.say('actions.why', { title, remedy });
}

/** A button that sends one step. */
function Step(props: BinProps & { step: string; label: string; tone?: string; empty?: boolean }) {
  const { visit, bin, step, label, tone, empty } = props;
  return (
    <form method="post" action={`${countLinks.bin(bin.countId, bin.binId)}/${step}`}>
      <input type="hidden" name={keyField} value={visit.ports.ids.newId()} />
      {empty ? <input type="hidden" name="isEmptyConfirmed" value="true" /> : null}
      <button type="submit" class={tone}>
        {label}
      </button>
    </form>
  );
}

function Steps({ visit, bin }: BinProps) {
  const { say } = visit;
  const code = bin.locationCode;
  const isRecount = bin.state === 'to-recount';
  if (can(bin, 'open')) {
    if (isRecount && bin.isOwn) return <p class="notice">{say('counts.bin-by-you')}</p>;
    const label = isRecount
      ? say('counts.bin-recount', { bin: code })
      : say('counts.bin-open', { bin: code });
    return <Step visit={visit} bin={bin} step="open" label={label} tone="main" />;
  }
  if (!can(bin, 'finish')) return <p>{say('counts.bin-done')}</p>;
  const isEmpty = bin.countedRows.length === 0;
  return (
    <>
      {bin.isOwn ? null : (
        <p class="notice">{say('counts.bin-of', { name: bin.countedByName ?? '' })}</p>
      )}
      <div class="row">
        {bin.isOwn ? (
          <Step
            visit={visit}
            bin={bin}
            step="finish"
            empty={isEmpty}
            label={isEmpty ? say('counts.bin-empty') : say('counts.bin-finish')}
            tone="good"
          />
        ) : null}
        <details>
          <summary>{say('counts.bin-restart')}</summary>
          <p class="fine">{say('counts.bin-restart-lead')}</p>
          <Step
            visit={visit}
            bin={bin}
            step="restart"
            label={say('counts.bin-restart')}
            tone="danger"
          />
        </details>
      </div>
    </>
  );
}

function Counted({ visit, bin }: BinProps) {
  const { say, locale } = visit;
  const columns = [
    {
      heading: say('counts.part'),
      kind: 'code' as const,
      cell: (row: CountedRow) => row.partNumber,
    },
    { heading: say('counts.name'), cell: (row: CountedRow) => nameIn(locale, row) },
    {
      heading: say('counts.condition'),
      cell: (row: CountedRow) => (row.isSerial ? '' : wordOf(visit, 'condition', row.condition)),
    },
    {
      heading: say('counts.lot'),
      kind: 'code' as const,
      cell: (row: CountedRow) => row.lotNumber ?? '',
    },
    {
      heading: say('counts.counted'),
      kind: 'number' as const,
      cell: (row: CountedRow) => row.counted,
    },
    {
      heading: say('counts.serials'),
      kind: 'code' as const,
      cell: (row: CountedRow) => row.serialNumbers.join('\n'),
    },
  ];
  return (
    <>
      <h2>{say('counts.counted-here')}</h2>
      <Table
        visit={visit}
        caption={say('counts.counted-here')}
        columns={columns}
        rows={bin.countedRows}
        empty={say('counts.nothing-yet')}
      />
    </>
  );
}

function ToRecount({ visit, bin }: BinProps) {
  const { say, locale } = visit;
  if (bin.toRecount.length === 0) return null;
  return (
    <section class="panel">
      <h2>{say('counts.recount-title')}</h2>
      <p>{say('counts.recount-lead')}</p>
      <ul>
        {bin.toRecount.map((one) => (
          <li>
            <span class="code">{one.partNumber}</span> {nameIn(locale, one)} {one.lotNumber ?? ''}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `/counts/:countId/bins/:binId`; `refused` is the scan or step that was just refused there. */
export async function showBin(visit: Visit, refused?: { step: string; form: FormState }) {
  const { say } = visit;
  const bin = await visit.ask(getCountBin, { binId: idStep(visit, 'binId') });
  const mayScan = bin.isOwn && can(bin, 'finish');
  const usual = { quantity: 1, mode: 'add' };
  const form = refused?.step === 'scan' ? refused.form : blankForm(visit, usual);
  const loose = refused?.step === 'scan' && mayScan ? null : (refused?.form.problem ?? null);
  return show(
    visit,
    {
      title: `${bin.locationCode} · ${bin.countNumber}`,
      section: 'counts',
      floor: true,
      status: refused?.form.problem?.status,
    },
    <>
      {loose === null ? null : <ProblemNotice visit={visit} problem={loose} />}
      {mayScan ? <ScanForm visit={visit} bin={bin} form={form} /> : null}
      <Steps visit={visit} bin={bin} />
      <ToRecount visit={visit} bin={bin} />
      <Counted visit={visit} bin={bin} />
      <Facts
        facts={[
          [say('counts.progress'), progressOf(visit, bin)],
          [say('counts.state'), wordOf(visit, 'counts.bin-state', bin.state)],
          ...(bin.partNumber === null ? [] : [[say('counts.only-part'), bin.partNumber] as const]),
        ]}
      />
      <p>
        <a href={countLinks.count(bin.countId)}>
          {say('counts.back', { number: bin.countNumber })}
        </a>
      </p>
    </>,
  );
}
