/** Everybody's own account: language, password, tokens for programs. */
import { setSessionCookie } from '../../../http/session-cookie.ts';
import {
  changeOwnPassword,
  createToken,
  listOwnTokens,
  refusalError,
  revokeToken,
  setOwnLocale,
} from '../../../people/index.ts';
import { blankForm, type FormState, refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import { idStep, type Visit } from '../../visit.ts';
import { LanguagePanel, PasswordPanel } from './own-panels.tsx';
import { TokensPanel } from './tokens-panel.tsx';

interface Refused {
  readonly panel: 'language' | 'password' | 'token' | 'revoke';
  readonly form: FormState;
}

async function showAccount(visit: Visit, refused?: Refused, newToken: string | null = null) {
  const { say } = visit;
  const formOf = (panel: Refused['panel'], values = {}) =>
    refused?.panel === panel ? refused.form : blankForm(visit, values);
  const { tokens } = visit.can('tokens.manage-own')
    ? await visit.ask(listOwnTokens, {})
    : { tokens: [] };
  return show(
    visit,
    { title: say('account.title'), status: refused?.form.problem?.status },
    <div class="columns">
      <LanguagePanel visit={visit} form={formOf('language', { locale: visit.locale })} />
      <PasswordPanel visit={visit} form={formOf('password')} />
      <TokensPanel
        visit={visit}
        form={formOf('token', { expiresInDays: 90 })}
        revoking={formOf('revoke')}
        tokens={tokens}
        newToken={newToken}
      />
    </div>,
  );
}

async function takePassword(visit: Visit, form: FormData) {
  const { c, ports } = visit;
  const userAgent = c.req.header('user-agent')?.slice(0, 400) ?? null;
  const fixed = { address: c.get('address'), userAgent };
  const sent = await submit(visit, form, changeOwnPassword, { fixed });
  if (!sent.ok) return showAccount(visit, { panel: 'password', form: sent.form });
  const { token, refusal } = sent.output;
  if (refusal !== null || token === null) {
    const problem = refusalError(refusal ?? { reason: 'wrong-password', minutes: null });
    const refused = refusedForm(visit, problem, { texts: textsOf(form) });
    return showAccount(visit, { panel: 'password', form: refused.form });
  }
  setSessionCookie(c, ports.settings, token);
  return visit.redirect('/account', 'account.password-done');
}

/** `/account` and its forms. */
export function accountPages(pages: PageRoutes): void {
  pages.get('/account', 'signed-in', (visit) => showAccount(visit));
  pages.post('/account/language', 'signed-in', async (visit, form) => {
    const sent = await submit(visit, form, setOwnLocale);
    if (!sent.ok) return showAccount(visit, { panel: 'language', form: sent.form });
    return visit.redirect('/account', 'account.language-done');
  });
  pages.post('/account/password', 'signed-in', takePassword);
  pages.post('/account/tokens', 'tokens.manage-own', async (visit, form) => {
    const sent = await submit(visit, form, createToken);
    if (!sent.ok) return showAccount(visit, { panel: 'token', form: sent.form });
    // Told on this answer and nowhere else, so it cannot be a redirect.
    return showAccount(visit, undefined, sent.output.token);
  });
  pages.post('/account/tokens/:tokenId/revoke', 'tokens.manage-own', async (visit, form) => {
    const sent = await submit(visit, form, revokeToken, {
      fixed: { tokenId: idStep(visit, 'tokenId') },
    });
    if (!sent.ok) return showAccount(visit, { panel: 'revoke', form: sent.form });
    return visit.redirect('/account', 'account.token-revoked');
  });
}
