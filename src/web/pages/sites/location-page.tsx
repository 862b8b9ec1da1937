/** One location: what it is, whose it is, and taking it out of use when it is empty. */
import type { z } from 'zod';
import {
  editLocation,
  getLocation,
  getSiteDetail,
  reopenLocation,
  retireLocation,
  setCustodian,
} from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Actions, type Offered } from '../../ui/actions.tsx';
import type { Option } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { PageLinks } from '../page-links.tsx';
import { wordOf } from '../word-of.ts';
import { KeeperField, LocationFields, peopleOptions, zoneOptions } from './location-fields.tsx';
import { StateChip } from './location-table.tsx';
import { siteLinks } from './site-links.ts';

type Location = z.output<typeof getLocation.output>;
type Which = 'edit' | 'keeper' | 'retire' | 'reopen';
type Refused = { readonly which: Which; readonly form: FormState } | undefined;

/** What may be done now, and why the rest may not. */
function offered({ retiredAt, piles }: Location): Offered[] {
  const isRetired = retiredAt !== null;
  const refusal = piles === 0 ? null : 'inventory.location-not-empty';
  return isRetired
    ? [{ event: 'reopen', allowed: true, refusal: null }]
    : [{ event: 'retire', allowed: refusal === null, refusal }];
}

function Known({
  visit,
  place,
  people,
}: {
  visit: Visit;
  place: Location;
  people: readonly Option[];
}) {
  const { say } = visit;
  const keeper = people.find(({ value }) => value === place.custodianId)?.label;
  const isZone = place.kind === 'zone';
  return (
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: siteLinks.site(place.siteId), label: place.siteCode },
          ...(isZone
            ? [
                {
                  href: siteLinks.site(place.siteId, { zoneId: place.id }),
                  label: say('sites.count'),
                },
              ]
            : [
                {
                  href: links.location(place.id),
                  label: say('sites.stock'),
                  needs: 'stock.view' as const,
                },
                {
                  href: documentLinks.locationLabel(place.id, 'pdf'),
                  label: say('sites.label'),
                  needs: 'labels.print' as const,
                },
              ]),
        ]}
      />
      <Facts
        facts={[
          [say('sites.kind'), wordOf(visit, 'sites.kind', place.kind)],
          [say('sites.name'), place.name],
          [say('sites.zone'), place.parentCode],
          [say('sites.walk'), place.pickSequence === null ? null : String(place.pickSequence)],
          [say('sites.keeper'), keeper ?? null],
          [say('sites.state'), <StateChip visit={visit} row={place} />],
          [say('location.piles'), isZone ? null : String(place.piles)],
          [
            say('location.promised'),
            say(place.isAllocatable ? 'location.promised.yes' : 'location.promised.no'),
          ],
        ]}
      />
    </>
  );
}

async function Changes({
  visit,
  place,
  refused,
}: {
  visit: Visit;
  place: Location;
  refused: Refused;
}) {
  const { say } = visit;
  const [site, people] = await Promise.all([
    visit.ask(getSiteDetail, { siteId: place.siteId }),
    peopleOptions(visit),
  ]);
  const { id, version, code, name, parentId, pickSequence, custodianId, kind } = place;
  const edit =
    refused?.which === 'edit'
      ? refused.form
      : blankForm(visit, { code, name, parentId, pickSequence });
  const keeper = refused?.which === 'keeper' ? refused.form : blankForm(visit, { custodianId });
  return (
    <div class="columns">
      <section class="panel" aria-labelledby="edit">
        <h2 id="edit">{say('location.edit')}</h2>
        <FormBox
          visit={visit}
          form={edit}
          action={`/locations/${id}/edit`}
          version={version}
          label={say('location.edit-go')}
        >
          <LocationFields visit={visit} form={edit} zones={zoneOptions(site)} />
        </FormBox>
      </section>
      {kind === 'zone' ? null : (
        <section class="panel" aria-labelledby="keeper">
          <h2 id="keeper">{say('location.hand-over')}</h2>
          <FormBox
            visit={visit}
            form={keeper}
            action={`/locations/${id}/keeper`}
            version={version}
            label={say('location.hand-over-go')}
          >
            <KeeperField visit={visit} form={keeper} people={people} />
          </FormBox>
        </section>
      )}
    </div>
  );
}

/** Shows a location; `refused` is a form of the page that was sent back. */
export async function showLocation(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const place = await visit.ask(getLocation, { locationId: idStep(visit, 'id') });
  const people = await peopleOptions(visit);
  const step = refused?.which === 'retire' || refused?.which === 'reopen' ? refused : undefined;
  const mayEdit = visit.can('sites.edit');
  return show(
    visit,
    {
      title: say('location.title', { code: place.code }),
      section: 'admin',
      status: refused?.form.problem?.status,
    },
    <>
      <Known visit={visit} place={place} people={people} />
      {mayEdit && place.retiredAt === null ? await Changes({ visit, place, refused }) : null}
      {mayEdit ? (
        <Actions
          visit={visit}
          events={offered(place)}
          specs={{
            retire: { command: retireLocation, tone: 'danger' },
            reopen: { command: reopenLocation },
          }}
          words="action.location"
          base={siteLinks.location(place.id)}
          version={place.version}
          refused={step === undefined ? undefined : { event: step.which, form: step.form }}
        />
      ) : null}
    </>,
  );
}

const fieldOf = {
  'inventory.location-code-taken': 'code',
  'inventory.not-a-zone': 'parentId',
  'inventory.zone-stays': 'parentId',
  'inventory.custodian-required': 'custodianId',
};

const steps = {
  edit: { command: editLocation, said: 'location.edited' },
  keeper: { command: setCustodian, said: 'location.handed-over' },
  retire: { command: retireLocation, said: 'location.was-retired' },
  reopen: { command: reopenLocation, said: 'location.was-reopened' },
} as const;

/** Takes one of the steps of a location. */
export function sendLocationStep(which: Which) {
  const { command, said } = steps[which];
  return async (visit: Visit, form: FormData) => {
    const locationId = idStep(visit, 'id');
    const sent = await submit(visit, form, command, { fixed: { locationId }, fieldOf });
    if (!sent.ok) return showLocation(visit, { which, form: sent.form });
    const { code } = await visit.ask(getLocation, { locationId });
    return visit.redirect(siteLinks.location(locationId), said, { code });
  };
}
