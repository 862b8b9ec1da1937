/** Where returned parts go: the routes, taking one out of use, and the form that adds one. */
import { conditions, listSites } from '../../../inventory/index.ts';
import { partClasses, type RouteView } from '../../../network/contract.ts';
import { addReturnRoute, listReturnRoutes, retireReturnRoute } from '../../../network/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type Option, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox, ProblemNotice } from '../../ui/form-box.tsx';
import { type Column, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';

const limit = 50;

function whatText({ say }: Visit, { partNumber, category, partClass }: RouteView): string {
  if (partNumber !== null) return partNumber;
  if (category !== null) return category;
  return partClass === null ? say('network.route-any') : say(`network.class.${partClass}`);
}

function columnsOf(visit: Visit): Column<RouteView>[] {
  const { say } = visit;
  const retire: Column<RouteView> = {
    heading: say('network.route-retire'),
    cell: ({ id, version }) => (
      <form method="post" action={`/network/return-routes/${id}/retire`}>
        <input type="hidden" name="_key" value={visit.ports.ids.newId()} />
        <input type="hidden" name="version" value={String(version)} />
        <button type="submit" class="quiet">
          {say('network.route-retire')}
        </button>
      </form>
    ),
  };
  return [
    {
      heading: say('network.route-from'),
      kind: 'code',
      cell: ({ fromSiteCode }) => fromSiteCode ?? say('network.route-any'),
    },
    { heading: say('network.route-what'), cell: (route) => whatText(visit, route) },
    {
      heading: say('network.route-condition'),
      cell: ({ condition }) =>
        condition === null ? say('network.route-any') : say(`condition.${condition}`),
    },
    {
      heading: say('network.route-to'),
      kind: 'code',
      cell: ({ toSiteCode, toPartyCode }) => toSiteCode ?? toPartyCode ?? '—',
    },
    { heading: say('network.route-note'), cell: ({ note }) => note ?? '—' },
    ...(visit.can('network.edit') ? [retire] : []),
  ];
}

function RouteForm({
  visit,
  form,
  sites,
}: {
  visit: Visit;
  form: FormState;
  sites: readonly Option[];
}) {
  const { say } = visit;
  const any = say('network.route-any');
  const classes = partClasses.map((value) => ({ value, label: say(`network.class.${value}`) }));
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  const site = { form, options: sites };
  return (
    <FormBox
      visit={visit}
      form={form}
      action="/network/return-routes/new"
      label={say('network.route-go')}
    >
      <SelectField {...site} name="fromSiteId" label={say('network.route-from')} empty={any} />
      <TextField
        form={form}
        name="partId"
        label={say('network.route-part')}
        hint={say('network.route-part-hint')}
        isCode
      />
      <TextField
        form={form}
        name="category"
        label={say('network.route-category')}
        maxlength={100}
      />
      <SelectField
        form={form}
        name="partClass"
        label={say('network.route-class')}
        options={classes}
        empty={any}
      />
      <SelectField
        form={form}
        name="condition"
        label={say('network.route-condition')}
        options={states}
        empty={any}
      />
      <SelectField {...site} name="toSiteId" label={say('network.route-to-site')} empty="—" />
      <TextField
        form={form}
        name="toPartyId"
        label={say('network.route-to-party')}
        hint={say('network.route-to-hint')}
        isCode
      />
      <TextField form={form} name="note" label={say('network.route-note')} maxlength={400} />
    </FormBox>
  );
}

type Refused = { readonly which: 'new' | 'retire'; readonly form: FormState };

/** Shows the routes; the form to whoever may add some. */
export async function showRoutes(visit: Visit, refused?: Refused) {
  const { say, locale } = visit;
  const [{ total, routes }, sites] = await Promise.all([
    visit.ask(listReturnRoutes, { page: pageNumber(visit), limit }),
    visit.ask(listSites, {}),
  ]);
  const options = sites.map((site) => ({
    value: site.id,
    label: `${site.code} · ${nameIn(locale, site)}`,
  }));
  const problem = refused?.which === 'retire' ? refused.form.problem : null;
  const form = refused?.which === 'new' ? refused.form : blankForm(visit);
  return show(
    visit,
    {
      title: say('network.routes'),
      section: 'admin',
      status: refused?.form.problem?.status,
    },
    <>
      <p>{say('network.routes-intro')}</p>
      {problem === null ? null : <ProblemNotice visit={visit} problem={problem} />}
      <Table
        visit={visit}
        caption={say('network.routes')}
        columns={columnsOf(visit)}
        rows={routes}
        empty={say('network.routes-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      {visit.can('network.edit') ? (
        <details open={refused?.which === 'new'}>
          <summary class="button">{say('network.route-new')}</summary>
          <RouteForm visit={visit} form={form} sites={options} />
        </details>
      ) : null}
    </>,
  );
}

/** Adds a route. */
export async function sendRoute(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, addReturnRoute, {
    codes: { partId: 'part', toPartyId: 'supplier' },
    fieldOf: {
      'network.route-to-itself': 'toSiteId',
      'network.route-end-unfit': 'toPartyId',
      'inventory.site-retired': 'toSiteId',
    },
  });
  if (!sent.ok) return showRoutes(visit, { which: 'new', form: sent.form });
  return visit.redirect('/network/return-routes', 'network.route-added');
}

/** Takes a route out of use. */
export async function sendRouteRetire(visit: Visit, sentForm: FormData) {
  const routeId = idStep(visit, 'id');
  const sent = await submit(visit, sentForm, retireReturnRoute, { fixed: { routeId } });
  if (!sent.ok) return showRoutes(visit, { which: 'retire', form: sent.form });
  return visit.redirect('/network/return-routes', 'network.route-retired');
}
