/** The answer to a scan: on to the right page, or a page that says in words what the code is. */
import { getPart } from '../../../inventory/index.ts';
import { usePart } from '../../../rma/index.ts';
import { keyField, submit } from '../../form.ts';
import { normaliseScan } from '../../islands/scan-normalise.rules.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import type { PageRoutes } from '../../page-routes.ts';
import type { Visit } from '../../visit.ts';
import { showJob } from '../bench/job-page.tsx';
import type { Choice } from './choice.ts';
import { contextOf, type Resolution, resolveScan } from './resolve.ts';

function backTo(context: string): string {
  const { place, id } = contextOf(context);
  const pages = { dock: '/receiving', bench: '/bench', ship: '/shipping', '': '/' } as const;
  return id === null ? pages[place] : `${pages[place]}/${id}`;
}

function frameOf(title: string, context: string, status: number) {
  return { title, floor: true, status, scan: { context, hasFocus: true } } as const;
}

function showUnknown(visit: Visit, code: string, context: string) {
  const { say } = visit;
  const search = new URLSearchParams({ search: code, queue: 'all' });
  return show(
    visit,
    frameOf(say('scan-page.unknown', { code }), context, 404),
    <div class="notice refusal" role="alert">
      <p>{say('scan-page.unknown-next')}</p>
      <p class="row">
        <a class="button" href={backTo(context)}>
          {say('scan-page.stay')}
        </a>
        {visit.can('rma.view') ? (
          <a class="button" href={`/rmas?${search}`}>
            {say('nav.rmas')}
          </a>
        ) : null}
        {visit.can('parts.view') ? (
          <a class="button" href={`/parts?${search}`}>
            {say('nav.parts')}
          </a>
        ) : null}
      </p>
    </div>,
  );
}

function showChoices(visit: Visit, code: string, context: string, choices: readonly Choice[]) {
  const { say } = visit;
  return show(
    visit,
    frameOf(say('scan-page.title'), context, 200),
    <>
      <p>{say('scan-page.choose', { code })}</p>
      <ul class="steps">
        {choices.map((choice) => (
          <li>
            <span>{say(`scan-page.is.${choice.kind}`)}</span>
            <a class="button" href={choice.href}>
              {say('scan-page.open', { code: choice.code })}
            </a>
          </li>
        ))}
      </ul>
    </>,
  );
}

function showWrong(
  visit: Visit,
  context: string,
  wrong: { code: string; sentence: string; href: string },
) {
  const { say } = visit;
  return show(
    visit,
    frameOf(say('scan-page.wrong', { code: wrong.code }), context, 409),
    <div class="notice refusal" role="alert">
      <p>{wrong.sentence}</p>
      <p class="row">
        <a class="button main" href={wrong.href}>
          {say('scan-page.open', { code: wrong.code })}
        </a>
        <a class="button" href={backTo(context)}>
          {say('scan-page.stay')}
        </a>
      </p>
    </div>,
  );
}

/** A link asks before it changes anything: only a posted scan puts the part in at once. */
function askToUse(visit: Visit, code: string, context: string) {
  const { say, ports } = visit;
  return show(
    visit,
    frameOf(say('scan-page.use-part', { code }), context, 200),
    <form method="post" action="/scan" class="box">
      <input type="hidden" name={keyField} value={ports.ids.newId()} />
      <input type="hidden" name="context" value={context} />
      <input type="hidden" name="code" value={code} />
      <button type="submit" class="main">
        {say('scan-page.use-part-go')}
      </button>
    </form>,
  );
}

async function usePartByScan(
  visit: Visit,
  form: FormData,
  { jobId, part }: Extract<Resolution, { kind: 'use-part' }>,
) {
  const { tracking } = await visit.ask(getPart, { partId: part.id });
  if (tracking === 'serial') {
    return visit.redirect(`${links.job(jobId)}?${new URLSearchParams({ part: part.code })}`);
  }
  const sent = await submit(visit, form, usePart, { fixed: { jobId, partId: part.id } });
  if (sent.ok) return visit.redirect(links.job(jobId), 'bench.used', { part: part.code });
  const values = new Map([
    ['partNumber', [part.code]],
    ['quantity', ['1']],
    ['removedPartIsOwed', ['true']],
  ]);
  return showJob(visit, { event: 'use-part', form: { ...sent.form, values } }, jobId);
}

async function answerScan(visit: Visit, asked: { code: string; context: string }, form?: FormData) {
  const { say } = visit;
  const code = normaliseScan(asked.code);
  const { context } = asked;
  if (code === '') {
    const frame = frameOf(say('scan-page.title'), context, 422);
    return show(visit, frame, <p role="alert">{say('scan-page.empty')}</p>);
  }
  const found = await resolveScan(visit, code, contextOf(context));
  switch (found.kind) {
    case 'go':
      return visit.redirect(found.to);
    case 'use-part':
      if (form === undefined) return askToUse(visit, found.part.code, context);
      return usePartByScan(visit, form, found);
    case 'use-piece': {
      const { partNumber } = await visit.ask(getPart, { partId: found.partId });
      const filled = new URLSearchParams({ part: partNumber, serial: found.serialNumber });
      return visit.redirect(`${links.job(found.jobId)}?${filled}`);
    }
    case 'choose':
      return showChoices(visit, code, context, found.choices);
    case 'wrong-kind': {
      const { choice } = found;
      const sentence = say(`scan-page.is.${choice.kind}`);
      return showWrong(visit, context, { code: choice.code, sentence, href: choice.href });
    }
    case 'no-job': {
      const sentence = say('scan-page.no-job', { code: found.code });
      return showWrong(visit, context, { code: found.code, sentence, href: found.to });
    }
    case 'unknown':
      return showUnknown(visit, code, context);
  }
}

/** `/scan?code=…&context=…`, the same posted, and `/s/<code>` of printed links. */
export function scanPages(pages: PageRoutes): void {
  pages.get('/scan', 'signed-in', (visit) =>
    answerScan(visit, { code: visit.param('code'), context: visit.param('context') }),
  );
  pages.post('/scan', 'signed-in', (visit, form) => {
    const code = String(form.get('code') ?? '');
    return answerScan(visit, { code, context: String(form.get('context') ?? '') }, form);
  });
  pages.get('/s/:code', 'anybody', (visit) => visit.redirect(links.scan(visit.step('code'))));
}
