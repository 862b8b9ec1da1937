/** One request: where each line is, what is known of it, what may be done now. */
import { myApprovalLimits } from '../../../inventory/index.ts';
import {
  approveRequest,
  cancelRequest,
  getRequest,
  type RequestView,
  rejectRequest,
} from '../../../orders/index.ts';
import type { AnyCommand } from '../../../platform/command.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type ActionSpec, Actions } from '../../ui/actions.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, momentText, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { ApproveForm } from './approve-form.tsx';
import { LineTrack } from './line-track.tsx';
import { travelsOf } from './travels.ts';
import { dayText, Priority, RequestState, valueText } from './words.tsx';

function jobLink(request: RequestView) {
  const { document, documentNumber } = request;
  const [, lineId] = /^rma-line:(.+)$/.exec(document ?? '') ?? [];
  if (lineId === undefined) return documentNumber;
  return <a href={links.line(lineId)}>{documentNumber}</a>;
}

function decisionText(visit: Visit, request: RequestView): string | null {
  const { decidedAt, decidedByName, isDecidedByPolicy } = request;
  if (decidedAt === null) return null;
  const key = isDecidedByPolicy ? 'requests.decided-by-policy' : 'requests.decided-by';
  return visit.say(key, { person: decidedByName, at: momentText(decidedAt) });
}

/** What everybody wants to know first: for whom, for what, until when, how dear. */
function Strip({ visit, request }: { visit: Visit; request: RequestView }) {
  const { say } = visit;
  const facts = [
    [say('requests.state'), <RequestState visit={visit} state={request.state} />],
    [say('requests.priority'), <Priority visit={visit} priority={request.priority} />],
    [say('requests.needed-by'), dayText(request.neededBy)],
    [say('requests.to'), `${request.destinationCode} · ${request.siteCode}`],
    [say('requests.job'), jobLink(request) ?? '—'],
    [say('requests.by'), request.requestedByName],
    [say('requests.value'), valueText(visit, request)],
  ] as const;
  return (
    <dl class="strip">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RequestFacts({ visit, request }: { visit: Visit; request: RequestView }) {
  const { say } = visit;
  const order =
    request.orderId === null ? null : (
      <a href={`/orders/${request.orderId}`}>{request.orderNumber}</a>
    );
  return (
    <section class="panel">
      <h2>{say('requests.facts')}</h2>
      <Facts
        facts={[
          [say('requests.kind'), say(`requests.kind.${request.kind}`)],
          [
            say('requests.by'),
            say('requests.by-at', {
              person: request.requestedByName,
              at: momentText(request.createdAt),
            }),
          ],
          [say('requests.ship-to'), request.shipTo],
          [say('requests.note'), request.note],
          [say('requests.decision'), decisionText(visit, request)],
          [say('requests.decision-reason'), request.decisionReason],
          [say('requests.order'), order],
        ]}
      />
    </section>
  );
}

function History({ visit, request }: { visit: Visit; request: RequestView }) {
  return (
    <section class="panel">
      <h2>{visit.say('timeline.title')}</h2>
      <ol class="timeline">
        {request.timeline.map(({ at, command, actorName }) => (
          <li>
            <time datetime={at}>{momentText(at)}</time>
            {wordOf(visit, 'requests.did', command.replace('requests.', ''))}
            {` · ${actorName}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

function reasonField(visit: Visit, form: FormState) {
  return (
    <TextField
      form={form}
      name="reason"
      label={visit.say('requests.decision-reason')}
      hint={visit.say('requests.reject-hint')}
      maxlength={300}
      required
    />
  );
}

function specsOf(visit: Visit, isOffered: boolean): Readonly<Record<string, ActionSpec>> {
  const approve = { command: approveRequest };
  return {
    // Where it is possible it is a form of its own, above.
    ...(isOffered ? {} : { approve }),
    reject: {
      command: rejectRequest,
      tone: 'danger',
      fields: (form) => reasonField(visit, form),
    },
    cancel: { command: cancelRequest, tone: 'danger' },
  };
}

/** `/requests/:requestId`; `refused` is the step that was just refused there. */
export async function showRequest(visit: Visit, refused?: { event: string; form: FormState }) {
  const requestId = idStep(visit, 'requestId');
  const [request, { limits }] = await Promise.all([
    visit.ask(getRequest, { requestId }),
    visit.ask(myApprovalLimits, {}),
  ]);
  const isOffered =
    visit.can('requests.approve') &&
    request.events.some(({ event, allowed }) => event === 'approve' && allowed);
  // To whoever decides the form tells all there is to tell of lines that nobody has touched.
  const isPlain = isOffered && request.lines.every((line) => line.undecided === line.quantity);
  const travels = await travelsOf(visit, request);
  const isApprove = isOffered && refused?.event === 'approve';
  return show(
    visit,
    { title: request.number, section: 'requests', status: refused?.form.problem?.status },
    <>
      <Strip visit={visit} request={request} />
      {isOffered ? (
        <ApproveForm
          visit={visit}
          request={request}
          form={isApprove && refused !== undefined ? refused.form : blankForm(visit)}
          maxMinor={limits.find(({ kind }) => kind === 'request')?.maxMinor ?? null}
        />
      ) : null}
      {isPlain ? null : <LineTrack visit={visit} request={request} travels={travels} />}
      <Actions
        visit={visit}
        events={request.events}
        specs={specsOf(visit, isOffered)}
        words="requests.action"
        base={`/requests/${requestId}`}
        version={request.version}
        refused={isApprove ? undefined : refused}
      />
      <div class="columns">
        <RequestFacts visit={visit} request={request} />
        <History visit={visit} request={request} />
      </div>
    </>,
  );
}

const commands: Readonly<Record<string, AnyCommand>> = {
  approve: approveRequest,
  reject: rejectRequest,
  cancel: cancelRequest,
};

/** Takes a step from its form. @throws platform.not-found for a step nobody knows */
export async function takeStep(visit: Visit, sentForm: FormData) {
  const event = visit.step('event');
  const command = Object.hasOwn(commands, event) ? commands[event] : undefined;
  if (command === undefined) throw platformErrors.error('not-found');
  const requestId = idStep(visit, 'requestId');
  const sent = await submit(visit, sentForm, command, { fixed: { requestId } });
  if (!sent.ok) return showRequest(visit, { event, form: sent.form });
  const { number } = await visit.ask(getRequest, { requestId });
  const action = wordOf(visit, 'requests.did', event);
  return visit.redirect(`/requests/${requestId}`, 'requests.done', { number, action });
}
