/** One lane: changing it, and taking it out of use. */
import { changeLane, getLane, retireLane } from '../../../network/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { amountText } from '../parts/money-text.ts';
import { LaneFields, laneChoices, laneFieldOf, readLaneTexts } from './lane-fields.tsx';
import { shownAgain } from './lanes-page.tsx';
import { clockText } from './transit-text.ts';

type Refused = { readonly which: 'edit' | 'retire'; readonly form: FormState };

/** Shows a lane with its forms. */
export async function showLane(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const laneId = idStep(visit, 'id');
  const [lane, choices] = await Promise.all([visit.ask(getLane, { laneId }), laneChoices(visit)]);
  const { costMinor, cutOffMinute, version, retiredAt, id: _, ...known } = lane;
  const filled = {
    ...known,
    costMinor: amountText(costMinor),
    cutOffMinute: cutOffMinute === null ? '' : clockText(cutOffMinute),
  };
  const edit = refused?.which === 'edit' ? refused.form : blankForm(visit, filled);
  const retire = refused?.which === 'retire' ? refused.form : blankForm(visit);
  const title = say('network.lane-edit', { from: lane.fromSiteCode, to: lane.toSiteCode });
  return show(
    visit,
    { title, section: 'admin', status: refused?.form.problem?.status },
    <>
      <PageLinks visit={visit} links={[{ href: '/network/lanes', label: say('network.lanes') }]} />
      {retiredAt === null ? null : <p class="notice">{say('network.lane-retired')}</p>}
      {retiredAt !== null ? null : (
        <>
          <FormBox
            visit={visit}
            form={edit}
            action={`/network/lanes/${laneId}/edit`}
            version={version}
            label={say('network.lane-go')}
          >
            <LaneFields visit={visit} form={edit} choices={choices} />
          </FormBox>
          <FormBox
            visit={visit}
            form={retire}
            action={`/network/lanes/${laneId}/retire`}
            version={version}
          >
            <p>{say('network.lane-retire-hint')}</p>
            <button type="submit" class="danger">
              {say('network.lane-retire')}
            </button>
          </FormBox>
        </>
      )}
    </>,
  );
}

/** Changes a lane. */
export async function sendLaneEdit(visit: Visit, sentForm: FormData) {
  const sent = await submit(visit, sentForm, changeLane, {
    fixed: { laneId: idStep(visit, 'id') },
    prepare: readLaneTexts,
    fieldOf: laneFieldOf,
  });
  if (!sent.ok) return showLane(visit, { which: 'edit', form: shownAgain(sent.form, sentForm) });
  return visit.redirect('/network/lanes', 'network.lane-changed');
}

/** Takes a lane out of use. */
export async function sendLaneRetire(visit: Visit, sentForm: FormData) {
  const laneId = idStep(visit, 'id');
  const sent = await submit(visit, sentForm, retireLane, { fixed: { laneId } });
  if (!sent.ok) return showLane(visit, { which: 'retire', form: sent.form });
  return visit.redirect('/network/lanes', 'network.lane-retired');
}
