/** The dock: scan the return's label, then the unit itself; print the unit's label; decide on wrong ones. */
import { listSites } from '../../../inventory/index.ts';
import type { LineView } from '../../../rma/contract.ts';
import { getRmaLine, listLines, receiveUnit } from '../../../rma/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { Actions, actionName } from '../../ui/actions.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts, Pager, pageNumber } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { lineActions } from '../rma/line-actions.tsx';
import { customerName, LineTable } from '../rma/line-table.tsx';
import { Coverage, StateStrip } from '../rma/states.tsx';
import { sendLineEvent } from '../rma/take-action.ts';

const limit = 50;
const section = 'receiving';

async function showDock(visit: Visit) {
  const { say } = visit;
  const asked = { queue: 'to-receive', page: pageNumber(visit), limit } as const;
  const [expected, quarantine] = await Promise.all([
    visit.ask(listLines, asked),
    visit.ask(listLines, { queue: 'in-quarantine', limit }),
  ]);
  return show(
    visit,
    {
      title: say('receiving.title'),
      section,
      floor: true,
      scan: { context: 'dock', hasFocus: true },
    },
    <>
      <p>{say('receiving.hint')}</p>
      <h2>{say('receiving.waiting')}</h2>
      <LineTable
        visit={visit}
        caption={say('receiving.waiting')}
        lines={expected.lines}
        to={links.receive}
      />
      <Pager visit={visit} total={expected.total} limit={limit} />
      {quarantine.total === 0 ? null : (
        <>
          <h2>{say('receiving.quarantine')}</h2>
          <LineTable
            visit={visit}
            caption={say('receiving.quarantine')}
            lines={quarantine.lines}
            to={links.receive}
          />
        </>
      )}
    </>,
  );
}

async function ReceiveForm({
  visit,
  line,
  form,
}: {
  visit: Visit;
  line: LineView;
  form: FormState;
}) {
  const { say } = visit;
  const sites = await visit.ask(listSites, {});
  const places = sites.find(({ id }) => id === line.siteId)?.locations ?? [];
  const docks = places.filter(({ kind }) => kind === 'dock');
  return (
    <FormBox
      visit={visit}
      form={form}
      action={links.receive(line.lineId)}
      version={line.version}
      label={say('receiving.go')}
    >
      <TextField
        form={form}
        name="serialNumber"
        label={say('receiving.serial')}
        hint={say('receiving.serial-hint')}
        maxlength={100}
        isCode
        required
        hasFocus
      />
      <TextArea
        form={form}
        name="accessories"
        label={say('receiving.accessories')}
        hint={say('form.one-per-line')}
        rows={3}
      />
      {docks.length < 2 ? null : (
        <SelectField
          form={form}
          name="dockId"
          label={say('receiving.dock')}
          options={docks.map(({ id, code }) => ({ value: id, label: code }))}
          empty={say('receiving.dock-usual')}
        />
      )}
    </FormBox>
  );
}

function UnitLabel({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  if (!visit.can('labels.print') || line.receivedAt === null) return null;
  const picture = documentLinks.unitLabel(line.lineId, 'svg');
  return (
    <section class="panel">
      <p class="label-sheet">
        <img src={picture} alt={say('receiving.label-alt', { code: line.code })} />
      </p>
      <p class="row">
        <a class="button main" href={documentLinks.unitLabel(line.lineId, 'pdf')}>
          {say('receiving.print')}
        </a>
        <a class="button" href="/receiving">
          {say('receiving.next')}
        </a>
      </p>
    </section>
  );
}

function Expected({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  return (
    <section class="panel">
      <Facts
        facts={[
          [say('rma.serial'), <span class="code">{line.serialNumber}</span>],
          [say('rma.model'), `${line.partNumber} ${nameIn(visit.locale, line)}`],
          [say('rma.customer'), customerName(visit, line)],
          [say('rma.fault'), line.faultDescription],
          [say('rma.accessories'), line.accessories.join('\n')],
        ]}
      />
      <Coverage visit={visit} coverage={line.coverage} />
    </section>
  );
}

async function showReceive(visit: Visit, refused?: { event: string; form: FormState }) {
  const { say } = visit;
  const line = await visit.ask(getRmaLine, { lineId: idStep(visit, 'lineId') });
  const canReceive = line.events.some(({ event, allowed }) => event === 'receive' && allowed);
  const usual = { accessories: line.accessories };
  const form = refused?.event === 'receive' ? refused.form : blankForm(visit, usual);
  const isQuarantined = line.inbound === 'quarantine';
  const { receive: _, ...rest } = lineActions(visit, line);
  const frame = {
    title: say('receiving.receive', { code: line.code }),
    section,
    floor: true,
    status: refused?.form.problem?.status,
    // While the form waits for the unit's serial number, scans belong to that field.
    scan: { context: 'dock', hasFocus: !canReceive && !isQuarantined },
  } as const;
  return show(
    visit,
    frame,
    <>
      <StateStrip visit={visit} line={line} />
      {canReceive ? <ReceiveForm visit={visit} line={line} form={form} /> : null}
      {canReceive || isQuarantined || line.receivedAt !== null ? null : (
        <p class="notice">{say('receiving.not-now')}</p>
      )}
      <UnitLabel visit={visit} line={line} />
      {isQuarantined ? (
        <Actions
          visit={visit}
          events={line.events}
          specs={rest}
          words="action.line"
          base={links.receive(line.lineId)}
          version={line.version}
          refused={refused}
        />
      ) : null}
      <Expected visit={visit} line={line} />
      <p>
        <a href={links.line(line.lineId)}>{say('rma.open-it', { code: line.code })}</a>
      </p>
    </>,
  );
}

async function takeReceive(visit: Visit, form: FormData) {
  const lineId = idStep(visit, 'lineId');
  const sent = await submit(visit, form, receiveUnit, {
    fixed: { lineId },
    fieldOf: { 'rma.unit-mismatch': 'serialNumber' },
  });
  if (!sent.ok) return showReceive(visit, { event: 'receive', form: sent.form });
  const { inbound, code } = sent.output;
  const message = inbound === 'quarantine' ? 'receiving.in-quarantine' : 'receiving.done';
  return visit.redirect(links.receive(lineId), message, { code });
}

/** `/receiving` and everything below. */
export function receivingPages(pages: PageRoutes): void {
  pages.get('/receiving', 'rma.receive', showDock);
  pages.get('/receiving/:lineId', 'rma.receive', (visit) => showReceive(visit));
  pages.post('/receiving/:lineId', 'rma.receive', takeReceive);
  pages.post('/receiving/:lineId/:event', 'rma.receive', async (visit, form) => {
    const event = visit.step('event');
    const sent = await sendLineEvent(visit, form, event);
    if (!sent.ok) return showReceive(visit, { event, form: sent.form });
    const action = actionName(visit, 'action.line', event);
    const { lineId, code } = sent.output;
    return visit.redirect(links.receive(lineId), 'rma.moved', { code, action });
  });
}
