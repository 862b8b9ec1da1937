/** The first administrator makes himself known by the link the server printed when it started. */
import { hasAnybody, setUpFirstAdministrator } from '../../../people/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';

/** The languages as they call themselves. */
export const languages = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'en', label: 'English' },
] as const;

function showSetUp(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    { title: say('set-up.title'), status: form.problem?.status, floor: true },
    <div class="narrow">
      <p>{say('set-up.lead')}</p>
      <FormBox visit={visit} form={form} action="/set-up" label={say('set-up.go')}>
        <input type="hidden" name="link" value={form.values.get('link')?.at(-1) ?? ''} />
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
          name="displayName"
          label={say('set-up.name')}
          autocomplete="name"
          required
        />
        <TextField
          form={form}
          name="password"
          label={say('sign-in.password')}
          hint={say('password.hint')}
          type="password"
          autocomplete="new-password"
          required
        />
        <SelectField
          form={form}
          name="locale"
          label={say('account.language')}
          options={languages}
        />
      </FormBox>
    </div>,
  );
}

function showNotYet(visit: Visit) {
  const { say } = visit;
  return show(visit, { title: say('set-up.title') }, <p>{say('set-up.not-yet')}</p>);
}

/** `/set-up?token=…` */
export function setUpPages(pages: PageRoutes): void {
  pages.get('/set-up', 'anybody', async (visit) => {
    const set = await visit.ask(hasAnybody, {});
    if (set.hasAnybody) return visit.redirect('/sign-in');
    const link = visit.param('token');
    if (link === '') return showNotYet(visit);
    return showSetUp(visit, blankForm(visit, { link, locale: visit.locale }));
  });
  pages.post('/set-up', 'anybody', async (visit, form) => {
    const sent = await submit(visit, form, setUpFirstAdministrator);
    if (!sent.ok) return showSetUp(visit, sent.form);
    return visit.redirect('/sign-in', 'set-up.done');
  });
}
