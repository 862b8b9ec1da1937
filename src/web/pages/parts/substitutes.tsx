/** What stands in for a part: its line of successors, today's order, and every relation it has. */
import type { PartView, RelationView } from '../../../inventory/contract.ts';
import { partRelations } from '../../../inventory/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { links } from '../../links.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { partOf, showTab } from './part-frame.tsx';
import { validText } from './part-words.ts';
import { RelationFields } from './relation-fields.tsx';
import { RowButton } from './row-button.tsx';

type Shown = Awaited<ReturnType<typeof relationsOf>>;
const relationsOf = (visit: Visit, partId: string) => visit.ask(partRelations, { partId });

function PartLink({ partId, partNumber }: { partId: string; partNumber: string }) {
  return (
    <a class="code" href={`${links.part(partId)}/substitutes`}>
      {partNumber}
    </a>
  );
}

function Chain({ visit, part, chain }: { visit: Visit; part: PartView; chain: Shown['chain'] }) {
  const { say } = visit;
  if (chain.length < 2) return <p class="empty">{say('part.chain-none')}</p>;
  return (
    <p class="row">
      {chain.map((one, at) => (
        <>
          {at === 0 ? null : <span aria-hidden="true">→</span>}
          {one.partId === part.id ? (
            <strong class="code">{one.partNumber}</strong>
          ) : (
            <PartLink {...one} />
          )}
        </>
      ))}
    </p>
  );
}

/** How much of one is given for how much of the other. */
function ratioText(visit: Visit, one: { numerator: number; denominator: number }): string {
  const { numerator, denominator } = one;
  return visit.say('part.ratio-text', { numerator, denominator });
}

function StandIns({ visit, standIns }: { visit: Visit; standIns: Shown['standIns'] }) {
  const { say } = visit;
  type Row = Shown['standIns'][number] & { order: number };
  const columns: Column<Row>[] = [
    { heading: say('part.order'), kind: 'number', cell: ({ order }) => order },
    { heading: say('parts.number'), kind: 'code', cell: (row) => <PartLink {...row} /> },
    { heading: say('part.relation'), cell: ({ kind }) => say(`part.kind.${kind}`) },
    { heading: say('part.ratio'), kind: 'number', cell: (row) => ratioText(visit, row) },
    { heading: say('part.effectivity'), cell: (row) => row.effectivity ?? '—' },
  ];
  const rows = standIns.map((one, at) => ({ ...one, order: at + 1 }));
  return <Table visit={visit} caption={say('part.stand-ins')} columns={columns} rows={rows} />;
}

function relationColumns(visit: Visit): Column<Shown['relations'][number]>[] {
  const { say } = visit;
  const toChange = (row: RelationView) => `/part-relations/${row.id}`;
  const columns: Column<Shown['relations'][number]>[] = [
    {
      heading: say('part.from'),
      kind: 'code',
      cell: (row) => <PartLink partId={row.fromPartId} partNumber={row.fromPartNumber} />,
    },
    {
      heading: say('part.to'),
      kind: 'code',
      cell: (row) => <PartLink partId={row.toPartId} partNumber={row.toPartNumber} />,
    },
    {
      heading: say('part.relation'),
      cell: ({ kind, isTwoWay, useUpOldFirst }) => (
        <ul>
          <li>{say(`part.kind.${kind}`)}</li>
          <li>{say(isTwoWay ? 'part.two-way' : 'part.one-way')}</li>
          {kind === 'supersedes' ? (
            <li>{say(useUpOldFirst ? 'part.use-up' : 'part.use-new')}</li>
          ) : null}
        </ul>
      ),
    },
    { heading: say('part.ratio'), kind: 'number', cell: (row) => ratioText(visit, row) },
    {
      heading: say('part.valid'),
      cell: (row) => (
        <>
          {`${validText(visit, row)} `}
          {row.holdsToday ? null : <Chip tone="wait">{say('part.ended')}</Chip>}
        </>
      ),
    },
    {
      heading: say('part.note'),
      cell: ({ effectivity, note }) => (
        <ul>
          {effectivity === null ? null : <li>{effectivity}</li>}
          {note === null ? null : <li>{note}</li>}
        </ul>
      ),
    },
  ];
  if (!visit.can('parts.edit')) return columns;
  const steps: Column<Shown['relations'][number]> = {
    heading: say('part.change'),
    cell: (row) => (
      <span class="row">
        <a class="button" href={toChange(row)}>
          {say('part.change')}
        </a>
        <RowButton
          visit={visit}
          action={`${toChange(row)}/remove`}
          fields={{ partId: row.fromPartId }}
          label={say('part.remove')}
          about={`${row.fromPartNumber} → ${row.toPartNumber}`}
        />
      </span>
    ),
  };
  return [...columns, steps];
}

function AddRelation({ visit, part, form }: { visit: Visit; part: PartView; form: FormState }) {
  const { say } = visit;
  const roles = (['successor', 'predecessor', 'alternate'] as const).map((value) => ({
    value,
    label: say(`part.role.${value}`),
  }));
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`${links.part(part.id)}/substitutes`}
      label={say('part.relate-go')}
    >
      <h2>{say('part.relate')}</h2>
      <SelectField form={form} name="role" label={say('part.role')} options={roles} />
      <TextField
        form={form}
        name="toPartId"
        label={say('part.other')}
        hint={say('part.other-hint')}
        required
        isCode
      />
      <RelationFields visit={visit} form={form} />
    </FormBox>
  );
}

/** The tab, with the form that was just refused. */
export async function substitutesPage(visit: Visit, part: PartView, form: FormState) {
  const { say } = visit;
  const { chain, relations, standIns } = await relationsOf(visit, part.id);
  const content = (
    <>
      <h2>{say('part.chain')}</h2>
      <Chain visit={visit} part={part} chain={chain} />
      <h2>{say('part.stand-ins')}</h2>
      <p>{say('part.stand-ins-lead')}</p>
      <StandIns visit={visit} standIns={standIns} />
      <h2>{say('part.relations')}</h2>
      <Table
        visit={visit}
        caption={say('part.relations')}
        columns={relationColumns(visit)}
        rows={relations}
        empty={say('part.relations-none')}
      />
      {visit.can('parts.edit') ? <AddRelation visit={visit} part={part} form={form} /> : null}
    </>
  );
  return showTab(visit, 'substitutes', { part, content, status: form.problem?.status });
}

/** Shows what stands in for the part. */
export async function showSubstitutes(visit: Visit) {
  const usual = { role: 'successor', numerator: 1, denominator: 1, useUpOldFirst: true };
  return substitutesPage(visit, await partOf(visit), blankForm(visit, usual));
}
