/**
 * Where the pieces of each line are: how many at which stage, and for what is promised from where, in
 * which box and when it will be there. Shows numbers; it does not make any.
 */
import type { RequestLineView, RequestView } from '../../../orders/index.ts';
import { blankForm } from '../../form.ts';
import { links } from '../../links.ts';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import type { Travel, Travels } from './travels.ts';

const stages = [
  'undecided',
  'waiting',
  'allocated',
  'picked',
  'inTransit',
  'received',
  'cancelled',
  'refused',
] as const;

const toneOf: Readonly<Record<(typeof stages)[number], 'good' | 'wait' | 'bad' | undefined>> = {
  undecided: 'wait',
  waiting: 'wait',
  allocated: 'good',
  picked: 'good',
  inTransit: 'good',
  received: 'good',
  cancelled: undefined,
  refused: 'bad',
};

function Stages({ visit, line }: { visit: Visit; line: RequestLineView }) {
  return (
    <p class="row">
      {stages
        .filter((stage) => line[stage] > 0)
        .map((stage) => (
          <Chip tone={toneOf[stage]}>
            {visit.say(`requests.stage.${stage}`, { count: line[stage] })}
          </Chip>
        ))}
    </p>
  );
}

interface TrackProps {
  readonly visit: Visit;
  readonly line: RequestLineView;
  readonly travels: Travels;
}

function TravelText({ visit, travel }: { visit: Visit; travel: Travel }) {
  const { number, box, carrier, tracking, promisedAt } = travel;
  const at = momentText(promisedAt);
  const text = visit.say('requests.travel', { number, box, carrier, tracking, at });
  return (
    <>
      {' '}
      <a href={`/shipments/${travel.shipmentId}`}>{text}</a>
    </>
  );
}

function Promises({ visit, line, travels }: TrackProps) {
  const { say } = visit;
  if (line.promises.length === 0) return null;
  return (
    <ol class="timeline">
      {line.promises.map((promise) => (
        <li>
          {say(`requests.promise.${promise.state}`, {
            quantity: promise.quantity,
            part: promise.partNumber,
            site: promise.siteCode,
            location: promise.locationCode,
            at: momentText(promise.promisedAt),
          })}
          {(travels.get(promise.allocationId) ?? []).map((travel) => (
            <TravelText visit={visit} travel={travel} />
          ))}
          {promise.lost > 0 ? ` ${say('requests.lost', { count: promise.lost })}` : ''}
        </li>
      ))}
    </ol>
  );
}

function TakeBack({
  visit,
  request,
  line,
}: {
  visit: Visit;
  request: RequestView;
  line: RequestLineView;
}) {
  const { say } = visit;
  const isOffered = request.events.some(({ event, allowed }) => event === 'cancel' && allowed);
  if (!isOffered || line.cancellable === 0 || request.lines.length === 1) return null;
  return (
    <FormBox
      visit={visit}
      form={blankForm(visit)}
      action={`/requests/${request.id}/cancel`}
      version={request.version}
    >
      <input type="hidden" name="lineIds" value={line.id} />
      <button type="submit" class="quiet">
        {say('requests.take-back', { count: line.cancellable, part: line.partNumber })}
      </button>
    </FormBox>
  );
}

/** Every line of a request with where its pieces are. */
export function LineTrack({
  visit,
  request,
  travels,
}: {
  visit: Visit;
  request: RequestView;
  travels: Travels;
}) {
  const { say, locale } = visit;
  return (
    <section class="panel" aria-labelledby="lines-title">
      <h2 id="lines-title">{say('requests.lines')}</h2>
      <ul class="steps">
        {request.lines.map((line) => (
          <li>
            <div>
              <p>
                <b>{say('requests.line-asked', { count: line.quantity })}</b>{' '}
                <a class="code" href={links.part(line.partId)}>
                  {line.partNumber}
                </a>{' '}
                {nameIn(locale, line)}
              </p>
              <Stages visit={visit} line={line} />
              {line.reason === null ? null : (
                <p>{say('requests.line-reason', { reason: line.reason })}</p>
              )}
              <Promises visit={visit} line={line} travels={travels} />
            </div>
            <TakeBack visit={visit} request={request} line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
