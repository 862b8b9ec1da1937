/** Authorising a return: the serial number first, then what the warranty says, then the rest. */
import type { UnitView } from '../../../rma/contract.ts';
import { authorizeRma, listUnits, warrantyExclusions } from '../../../rma/index.ts';
import { blankForm, type FormState, submit, textIn } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { CheckList, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { languages } from '../set-up/pages.tsx';
import { customerName } from './line-table.tsx';
import { Coverage } from './states.tsx';

function serialSearch(visit: Visit, serial: string) {
  const { say } = visit;
  return (
    <form method="get" action="/rmas/new" class="box">
      <div class="field">
        <label for="serial">{say('rma.find-unit')}</label>
        <p class="hint">{say('rma.find-unit-hint')}</p>
        <input
          id="serial"
          name="serial"
          class="code"
          value={serial}
          required
          maxlength={100}
          autocomplete="off"
          autofocus
        />
      </div>
      <button type="submit" class="main">
        {say('rma.find-unit-go')}
      </button>
    </form>
  );
}

function UnitPanel({ visit, unit }: { visit: Visit; unit: UnitView }) {
  const { say } = visit;
  return (
    <section class="panel">
      <h2>{say('rma.unit')}</h2>
      <Facts
        facts={[
          [say('rma.serial'), <span class="code">{unit.serialNumber}</span>],
          [say('rma.model'), `${unit.partNumber} ${nameIn(visit.locale, unit)}`],
          [say('rma.customer'), customerName(visit, unit)],
          [say('rma.sold-on'), unit.soldOn],
          [say('rma.accepted-on'), unit.acceptedOn],
        ]}
      />
      <h3>{say('rma.coverage')}</h3>
      <Coverage visit={visit} coverage={unit.coverage} />
      {unit.openLineCode === null ? null : (
        <p class="notice">
          {say('rma.already-open', { code: unit.openLineCode })}{' '}
          <a href={links.scan(unit.openLineCode)}>
            {say('rma.open-it', { code: unit.openLineCode })}
          </a>
        </p>
      )}
    </section>
  );
}

async function AuthorizeForm({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const options = await siteOptions(visit, 'rma.authorize');
  const exclusions = warrantyExclusions.map((value) => ({
    value,
    label: say(`rma.exclusion.${value}`),
  }));
  return (
    <FormBox visit={visit} form={form} action="/rmas/new" label={say('rma.authorise-it')}>
      <input type="hidden" name="serialNumber" value={textIn(form, 'serialNumber')} />
      <input type="hidden" name="partId" value={textIn(form, 'partId')} />
      <TextArea
        form={form}
        name="faultDescription"
        label={say('rma.fault')}
        rows={3}
        required
        hasFocus
      />
      <SelectField form={form} name="siteId" label={say('rma.site')} options={options} required />
      <TextArea
        form={form}
        name="accessories"
        label={say('rma.accessories')}
        hint={say('rma.accessories-hint')}
        rows={3}
      />
      <TextField form={form} name="contactName" label={say('rma.contact-name')} />
      <TextField form={form} name="contactPhone" label={say('rma.contact-phone')} type="tel" />
      <TextArea
        form={form}
        name="shipTo"
        label={say('rma.ship-to')}
        hint={say('rma.ship-to-hint')}
        rows={3}
      />
      <SelectField
        form={form}
        name="locale"
        label={say('rma.language')}
        options={languages}
        empty="—"
      />
      <CheckList form={form} name="exclusions" label={say('rma.exclusions')} options={exclusions} />
    </FormBox>
  );
}

function missingUnit(visit: Visit, serial: string) {
  const { say } = visit;
  const to = `/rmas/register-unit?${new URLSearchParams({ serial })}`;
  return (
    <div class="notice" role="alert">
      <p>{say('rma.unit-missing', { serial })}</p>
      {visit.can('rma.register-unit') ? (
        <a class="button main" href={to}>
          {say('rma.register')}
        </a>
      ) : null}
    </div>
  );
}

function severalUnits(visit: Visit, units: readonly UnitView[]) {
  return (
    <div class="notice">
      <p>{visit.say('rma.several-units')}</p>
      <ul>
        {units.map(({ serialNumber: serial, partId: part, ...unit }) => (
          <li>
            <a href={`/rmas/new?${new URLSearchParams({ serial, part })}`}>
              {`${unit.partNumber} ${nameIn(visit.locale, unit)}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `/rmas/new?serial=…&part=…`, also with a form that was refused. */
export async function showNew(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const serial = refused ? textIn(refused, 'serialNumber') : visit.param('serial').trim();
  const part = refused ? textIn(refused, 'partId') : visit.param('part');
  const frame = {
    title: say('rma.new'),
    section: 'rmas',
    status: refused?.problem?.status,
  } as const;
  if (serial === '') return show(visit, frame, serialSearch(visit, ''));
  const { units } = await visit.ask(listUnits, { search: serial.slice(0, 100), limit: 200 });
  const same = units.filter(
    (unit) => unit.serialNumber === serial && (part === '' || unit.partId === part),
  );
  const [unit, another] = same;
  const form = refused ?? blankForm(visit, { serialNumber: serial, partId: unit?.partId });
  const isKnown = unit !== undefined && another === undefined;
  return show(
    visit,
    { ...frame, status: frame.status ?? (unit === undefined ? 404 : 200) },
    <>
      {isKnown ? null : serialSearch(visit, serial)}
      {unit === undefined ? missingUnit(visit, serial) : null}
      {another === undefined ? null : severalUnits(visit, same)}
      {isKnown ? (
        <div class="columns">
          <UnitPanel visit={visit} unit={unit} />
          <AuthorizeForm visit={visit} form={form} />
        </div>
      ) : null}
    </>,
  );
}

/** Takes the form. */
export async function takeNew(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, authorizeRma);
  if (!sent.ok) return showNew(visit, sent.form);
  const { lineId, code } = sent.output;
  return visit.redirect(links.line(lineId), 'rma.authorised', { code });
}
