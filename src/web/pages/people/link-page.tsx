/** The one-time link by which a person sets his password: shown once, in the answer itself. */
import { show } from '../../layout.tsx';
import type { Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';

/** Shows the link; null when it was handed out before. */
export function showLink(visit: Visit, login: string, secret: string | null) {
  const { say, c, ports } = visit;
  c.header('Cache-Control', 'no-store');
  const address = `${ports.settings.publicUrl}/set-password?token=${secret ?? ''}`;
  return show(
    visit,
    { title: say('people.link-title', { login }), section: 'admin' },
    <>
      {secret === null ? (
        <p class="notice">{say('people.link-gone')}</p>
      ) : (
        <>
          <p>{say('people.link-lead')}</p>
          <p class="code">{address}</p>
        </>
      )}
      <PageLinks visit={visit} links={[{ href: '/people', label: say('people.back') }]} />
    </>,
  );
}
