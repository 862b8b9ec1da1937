/** Signing in and out. Says the same to a wrong password and to an unknown login. */
import {
  clearSessionCookie,
  readSessionCookie,
  setSessionCookie,
} from '../../../http/session-cookie.ts';
import { hasAnybody, refusalError, signIn, signOut } from '../../../people/index.ts';
import { blankForm, type FormState, refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { isOwnPath, type PageRoutes } from '../../page-routes.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';

function showSignIn(visit: Visit, form: FormState, next: string) {
  const { say } = visit;
  const frame = { title: say('sign-in.title'), status: form.problem?.status, floor: true };
  return show(
    visit,
    frame,
    <div class="narrow">
      <FormBox visit={visit} form={form} action="/sign-in" label={say('sign-in.go')}>
        <input type="hidden" name="next" value={next} />
        <TextField
          form={form}
          name="login"
          label={say('sign-in.login')}
          autocomplete="username"
          isCode
          required
          hasFocus
        />
        <TextField
          form={form}
          name="password"
          label={say('sign-in.password')}
          type="password"
          autocomplete="current-password"
          required
        />
      </FormBox>
    </div>,
  );
}

function ownPath(path: string): string {
  return isOwnPath(path) ? path : '/';
}

async function takeSignIn(visit: Visit, form: FormData) {
  const { c, ports } = visit;
  const next = ownPath(String(form.get('next') ?? '/'));
  const userAgent = c.req.header('user-agent')?.slice(0, 400) ?? null;
  const fixed = { address: c.get('address'), userAgent };
  const sent = await submit(visit, form, signIn, { fixed });
  if (!sent.ok) return showSignIn(visit, sent.form, next);
  const { token, refusal } = sent.output;
  if (refusal !== null || token === null) {
    const problem = refusalError(refusal ?? { reason: 'sign-in-refused', minutes: null });
    const refused = refusedForm(visit, problem, { texts: textsOf(form) });
    return showSignIn(visit, refused.form, next);
  }
  setSessionCookie(c, ports.settings, token);
  return visit.redirect(next);
}

async function takeSignOut(visit: Visit) {
  const { c, ports, actor } = visit;
  const token = readSessionCookie(c, ports.settings);
  if (token !== undefined) {
    const requestId = c.get('requestId');
    await ports.executor.execute(signOut, { token }, { actor, requestId });
  }
  clearSessionCookie(c, ports.settings);
  return visit.redirect('/sign-in', 'sign-in.out');
}

/** `/sign-in` and `/sign-out`. */
export function signInPages(pages: PageRoutes): void {
  pages.get('/sign-in', 'anybody', async (visit) => {
    if (visit.isSignedIn) return visit.redirect(ownPath(visit.param('next')));
    const set = await visit.ask(hasAnybody, {});
    if (!set.hasAnybody) return visit.redirect('/set-up');
    return showSignIn(visit, blankForm(visit), ownPath(visit.param('next')));
  });
  pages.post('/sign-in', 'anybody', takeSignIn);
  pages.post('/sign-out', 'anybody', takeSignOut);
}
