/** One adjustment or scrapping: what its record says, its proof, and what may be done now. */
import type { ChangeView } from '../../../counts/contract.ts';
import {
  approveAdjustment,
  approveScrap,
  cancelAdjustment,
  cancelScrap,
  getProof,
  getStockChange,
  rejectAdjustment,
  rejectScrap,
} from '../../../counts/index.ts';
import type { AnyCommand } from '../../../platform/command.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import type { FormState } from '../../form.ts';
import { submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type ActionSpec, Actions } from '../../ui/actions.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';
import { changeText, reasonName } from './change-table.tsx';
import { countLinks } from './links.ts';

const commands = {
  adjustment: { approve: approveAdjustment, reject: rejectAdjustment, cancel: cancelAdjustment },
  scrap: { approve: approveScrap, reject: rejectScrap, cancel: cancelScrap },
} as const;
type Step = keyof (typeof commands)['scrap'];

/** What was refused on the page. */
interface RefusedStep {
  readonly event: string;
  readonly form: FormState;
}

function specsOf(visit: Visit, change: ChangeView): Readonly<Record<string, ActionSpec>> {
  const own = commands[change.kind];
  const note = (isNeeded: boolean) => (form: FormState) => (
    <TextField
      form={form}
      name="note"
      label={visit.say('changes.decision-note')}
      maxlength={400}
      required={isNeeded}
    />
  );
  if (change.isOwn) return { cancel: { command: own.cancel, fields: note(false) } };
  return {
    approve: { command: own.approve, tone: 'main', fields: note(false) },
    reject: { command: own.reject, tone: 'danger', fields: note(true) },
  };
}

function Record({ visit, change }: { visit: Visit; change: ChangeView }) {
  const { say, locale } = visit;
  const numbers = change.serialNumbers.join('\n');
  const serials = numbers === '' ? null : <span class="code">{numbers}</span>;
  const isWrittenOff = change.kind === 'scrap' && change.state === 'posted';
  return (
    <section class="panel">
      <Facts
        facts={[
          [say('changes.state'), wordOf(visit, 'changes.state', change.state)],
          [
            say('counts.part'),
            <a
              href={links.part(change.partId)}
            >{`${change.partNumber} ${nameIn(locale, change)}`}</a>,
          ],
          [say('changes.quantity'), changeText(change)],
          [say('counts.condition'), wordOf(visit, 'condition', change.condition)],
          [say('changes.location'), <span class="code">{change.locationCode}</span>],
          [say('counts.site'), change.siteCode],
          [say('counts.lot'), change.lotNumber],
          [say('counts.serials'), serials],
          [say('changes.reason'), reasonName(visit, change)],
          [say('changes.note'), change.note],
          [
            say(isWrittenOff ? 'changes.written-off' : 'changes.value'),
            moneyText(change.valueMinor, change.currency),
          ],
          [say('changes.asked-by'), change.requestedByName],
          [say('changes.asked-at'), momentText(change.requestedAt)],
          [say('changes.decided-by'), change.decidedByName],
          [say('changes.decided-at'), momentText(change.decidedAt)],
          [say('changes.decision-note'), change.decisionNote],
        ]}
      />
      {change.entryId === null ? null : (
        <p>
          <a href={`/stock/movements?${new URLSearchParams({ search: change.number })}`}>
            {say('changes.movements')}
          </a>
        </p>
      )}
    </section>
  );
}

function Proofs({ visit, change }: { visit: Visit; change: ChangeView }) {
  const { say } = visit;
  if (change.proofs.length === 0) return null;
  return (
    <section class="panel">
      <h2>{say('changes.proof')}</h2>
      {change.proofs.map(({ proofId, fileName, mediaType, sha256 }) => (
        <figure>
          {mediaType.startsWith('image/') ? (
            <img src={countLinks.proof(proofId)} alt={fileName} class="proof" />
          ) : null}
          <figcaption>
            <a href={countLinks.proof(proofId)}>{fileName}</a>
            <p class="fine">{`${say('changes.proof-fingerprint')}: ${sha256}`}</p>
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

/** A scrapping is a certificate once it has happened. */
function titleOf({ say }: Visit, { kind, state, number }: ChangeView): string {
  if (kind === 'adjustment') return say('changes.record', { number });
  return state === 'posted'
    ? say('changes.certificate', { number })
    : say('changes.wish', { number });
}

/** `/counts/changes/:changeId`; `refused` is the step that was just refused there. */
export async function showChange(visit: Visit, refused?: RefusedStep) {
  const { say } = visit;
  const changeId = idStep(visit, 'changeId');
  const change = await visit.ask(getStockChange, { changeId });
  const isWaiting = change.state === 'requested';
  const title = titleOf(visit, change);
  return show(
    visit,
    { title, section: 'counts', status: refused?.form.problem?.status },
    <>
      {isWaiting && change.isOwn ? <p class="notice">{say('changes.own')}</p> : null}
      {isWaiting && change.kind === 'scrap' ? <p>{say('changes.held')}</p> : null}
      <Actions
        visit={visit}
        events={change.events}
        specs={specsOf(visit, change)}
        words="changes.step"
        base={countLinks.change(changeId)}
        version={change.version}
        refused={refused}
      />
      <Record visit={visit} change={change} />
      <Proofs visit={visit} change={change} />
    </>,
  );
}

function isStep(event: string): event is Step {
  return Object.hasOwn(commands.scrap, event);
}

/** Approves, rejects or takes back. */
export async function takeChangeStep(visit: Visit, form: FormData) {
  const event = visit.step('event');
  if (!isStep(event)) throw platformErrors.error('not-found');
  const changeId = idStep(visit, 'changeId');
  const { kind, number } = await visit.ask(getStockChange, { changeId });
  const command: AnyCommand = commands[kind][event];
  const sent = await submit(visit, form, command, { fixed: { changeId } });
  if (!sent.ok) return showChange(visit, { event, form: sent.form });
  return visit.redirect(countLinks.change(changeId), `changes.done.${event}`, { number });
}

/** The bytes of a proof, as what they are. */
export async function sendProof(visit: Visit) {
  const proof = await visit.ask(getProof, { proofId: idStep(visit, 'proofId') });
  const name = encodeURIComponent(proof.fileName);
  return visit.c.body(new Uint8Array(Buffer.from(proof.contentBase64, 'base64')), 200, {
    'Content-Type': proof.mediaType,
    'Content-Disposition': `inline; filename="proof"; filename*=UTF-8''${name}`,
    'Cache-Control': 'private, max-age=3600',
  });
}
