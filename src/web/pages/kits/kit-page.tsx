/** One kit: what it is made of, where it can be built, what it goes into, and every revision of it. */
import type { ComponentView, KitView } from '../../../kits/contract.ts';
import { getKit, kitBuildable, removeComponent, setComponent } from '../../../kits/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { RowButton } from '../parts/row-button.tsx';
import { kitLinks } from './links.ts';
import { siteColumns } from './site-table.tsx';

const fieldOf = {
  'kits.kit-circle': 'componentId',
  'kits.currency-differs': 'componentId',
  'kits.component-twice': 'componentId',
} as const;

const kitOf = (visit: Visit) => visit.ask(getKit, { partId: idStep(visit, 'partId') });

function Remarks({ visit, row }: { visit: Visit; row: ComponentView }) {
  const { say } = visit;
  return (
    <span class="row">
      {row.isKit ? <Chip tone="good">{say('kits.is-kit')}</Chip> : null}
      {row.isOptional ? <Chip tone="wait">{say('kits.optional')}</Chip> : null}
      {row.allowsSubstitutes ? <Chip>{say('kits.substitutes')}</Chip> : null}
    </span>
  );
}

function componentColumns(visit: Visit, kit: KitView): Column<ComponentView>[] {
  const { say, locale } = visit;
  const columns: Column<ComponentView>[] = [
    {
      heading: say('kits.component'),
      kind: 'code',
      cell: (row) => (
        <a href={row.isKit ? kitLinks.kit(row.partId) : links.part(row.partId)}>{row.partNumber}</a>
      ),
    },
    { heading: say('kits.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('kits.quantity'), kind: 'number', cell: ({ quantity }) => quantity },
    { heading: say('kits.remark'), cell: (row) => <Remarks visit={visit} row={row} /> },
  ];
  if (!visit.can('kits.edit')) return columns;
  const remove: Column<ComponentView> = {
    heading: say('kits.remove'),
    cell: (row) => (
      <RowButton
        visit={visit}
        action={`${kitLinks.kit(kit.partId)}/components/remove`}
        fields={{ componentId: row.partId, revision: String(kit.revision) }}
        label={say('kits.remove')}
        about={row.partNumber}
      />
    ),
  };
  return [...columns, remove];
}

function ComponentForm({ visit, kit, form }: { visit: Visit; kit: KitView; form: FormState }) {
  const { say } = visit;
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`${kitLinks.kit(kit.partId)}/components`}
      label={say('kits.add-go')}
    >
      <h2>{say('kits.add')}</h2>
      <input type="hidden" name="revision" value={String(kit.revision)} />
      <TextField
        form={form}
        name="componentId"
        label={say('kits.component')}
        hint={say('kits.component-hint')}
        required
        isCode
        hasFocus
      />
      <TextField
        form={form}
        name="quantity"
        label={say('kits.quantity')}
        inputmode="numeric"
        required
      />
      <CheckField
        form={form}
        name="isOptional"
        label={say('kits.optional')}
        hint={say('kits.optional-hint')}
      />
      <CheckField
        form={form}
        name="allowsSubstitutes"
        label={say('kits.substitutes')}
        hint={say('kits.substitutes-hint')}
      />
      <TextField form={form} name="note" label={say('kits.note')} maxlength={400} />
    </FormBox>
  );
}

function Revisions({ visit, kit }: { visit: Visit; kit: KitView }) {
  const { say } = visit;
  type Row = KitView['revisions'][number];
  const columns: Column<Row>[] = [
    { heading: say('kits.revision'), kind: 'number', cell: ({ revision }) => revision },
    {
      heading: say('kits.components'),
      cell: ({ components }) => (
        <ul>
          {components.map(({ partNumber, quantity }) => (
            <li class="code">{`${partNumber} × ${quantity}`}</li>
          ))}
        </ul>
      ),
    },
    { heading: say('kits.changed'), kind: 'code', cell: (row) => momentText(row.changedAt) },
    { heading: say('kits.by'), cell: ({ changedByName }) => changedByName },
    { heading: say('kits.note'), cell: ({ note }) => note ?? '—' },
  ];
  return (
    <details>
      <summary>{say('kits.history')}</summary>
      <Table visit={visit} caption={say('kits.history')} columns={columns} rows={kit.revisions} />
    </details>
  );
}

function UsedIn({ visit, kit }: { visit: Visit; kit: KitView }) {
  if (kit.usedIn.length === 0) return null;
  return (
    <Facts
      facts={[
        [
          visit.say('kits.used-in'),
          <ul>
            {kit.usedIn.map(({ partId, partNumber, quantity }) => (
              <li>
                <a class="code" href={kitLinks.kit(partId)}>
                  {`${partNumber} × ${quantity}`}
                </a>
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  );
}

async function Where({ visit, kit }: { visit: Visit; kit: KitView }) {
  const { say } = visit;
  const { sites } = await visit.ask(kitBuildable, { partId: kit.partId });
  return (
    <>
      <h2>{say('kits.where')}</h2>
      <Table
        visit={visit}
        caption={say('kits.where')}
        columns={siteColumns<(typeof sites)[number]>(visit, (site) => site)}
        rows={sites}
        empty={say('kits.where-none')}
      />
    </>
  );
}

async function page(visit: Visit, kit: KitView, form: FormState) {
  const { say, locale } = visit;
  const { partId } = kit;
  const isKit = kit.revision > 0;
  const steps = isKit
    ? ([
        {
          href: kitLinks.build(partId),
          label: say('kits.build'),
          needs: 'kits.build',
          isMain: true,
        },
        { href: kitLinks.breakUp(partId), label: say('kits.break'), needs: 'kits.build' },
        { href: `${kitLinks.orders}?partId=${partId}`, label: say('kits.orders') },
      ] as const)
    : [];
  return show(
    visit,
    {
      title: `${say('kits.kit')} ${kit.partNumber} · ${nameIn(locale, kit)}`,
      section: 'stock',
      status: form.problem?.status,
    },
    <>
      <PageLinks
        visit={visit}
        links={[
          ...steps,
          { href: links.part(partId), label: `${say('stock.part')} ${kit.partNumber}` },
        ]}
      />
      {isKit ? <Where visit={visit} kit={kit} /> : <p>{say('kits.revision-none')}</p>}
      <UsedIn visit={visit} kit={kit} />
      {isKit ? (
        <>
          <h2>{`${say('kits.components')} · ${say('kits.revision')} ${kit.revision}`}</h2>
          <Table
            visit={visit}
            caption={say('kits.components')}
            columns={componentColumns(visit, kit)}
            rows={kit.components}
          />
        </>
      ) : null}
      {visit.can('kits.edit') ? <ComponentForm visit={visit} kit={kit} form={form} /> : null}
      {isKit ? <Revisions visit={visit} kit={kit} /> : null}
    </>,
  );
}

/** Shows the kit. */
export async function showKit(visit: Visit) {
  return page(visit, await kitOf(visit), blankForm(visit, { quantity: 1 }));
}

/** Adds or changes a component. */
export async function sendComponent(visit: Visit, form: FormData) {
  const partId = idStep(visit, 'partId');
  const options = { codes: { componentId: 'part' }, fixed: { partId }, fieldOf } as const;
  const sent = await submitCodes(visit, form, setComponent, options);
  if (!sent.ok) return page(visit, await kitOf(visit), sent.form);
  const { revision } = sent.output;
  return visit.redirect(kitLinks.kit(partId), 'kits.saved', { revision });
}

/** Takes a component out. */
export async function sendComponentRemoval(visit: Visit, form: FormData) {
  const partId = idStep(visit, 'partId');
  const sent = await submit(visit, form, removeComponent, { fixed: { partId } });
  if (!sent.ok) return page(visit, await kitOf(visit), { ...sent.form, values: new Map() });
  const { revision } = sent.output;
  return visit.redirect(kitLinks.kit(partId), 'kits.saved', { revision });
}
