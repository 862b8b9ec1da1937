/** What the reader has been told since he last looked, each with the way to what it is about. */
import { listOwnNotices, markRead, type NoticeView } from '../../../orders/index.ts';
import { blankForm, submit } from '../../form.ts';
import { FormBox } from '../../ui/form-box.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

const shown = 10;

const pageOf: Readonly<Record<string, string>> = {
  request: '/requests',
  order: '/orders',
  'defective-return': '/defective-returns',
};

function hrefOf({ about }: NoticeView): string | null {
  const [kind = '', id = ''] = about.split(':');
  const page = Object.hasOwn(pageOf, kind) ? pageOf[kind] : undefined;
  return page === undefined ? null : `${page}/${id}`;
}

function Sentence({ visit, notice }: { visit: Visit; notice: NoticeView }) {
  const text = wordOf(visit, 'notice', notice.key, notice.params);
  const href = hrefOf(notice);
  return href === null ? <span>{text}</span> : <a href={href}>{text}</a>;
}

/** The panel; nothing when there is nothing to tell. */
export async function noticesPanel(visit: Visit) {
  const { say } = visit;
  if (!visit.can('notices.manage-own')) return null;
  const { total, notices } = await visit.ask(listOwnNotices, { limit: shown });
  if (notices.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="notices-title">
      <h2 id="notices-title">{say('notices.title', { count: total })}</h2>
      <ol class="timeline">
        {notices.map((notice) => (
          <li>
            <time datetime={notice.createdAt}>{momentText(notice.createdAt)}</time>
            <Sentence visit={visit} notice={notice} />
          </li>
        ))}
      </ol>
      <FormBox visit={visit} form={blankForm(visit)} action="/notices/read">
        {notices.map(({ id }) => (
          <input type="hidden" name="noticeIds" value={id} />
        ))}
        <button type="submit">{say('notices.read')}</button>
      </FormBox>
    </section>
  );
}

/** Puts the notices away that were shown. */
export async function takeRead(visit: Visit, sentForm: FormData) {
  await submit(visit, sentForm, markRead);
  return visit.redirect('/');
}
