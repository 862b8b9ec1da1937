/** Choosing a password by a one-time link. */
import { setPasswordByLink } from '../../../people/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';

function showChoice(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    { title: say('password.title'), status: form.problem?.status, floor: true },
    <div class="narrow">
      <FormBox visit={visit} form={form} action="/set-password" label={say('password.go')}>
        <input type="hidden" name="link" value={form.values.get('link')?.at(-1) ?? ''} />
        <TextField
          form={form}
          name="password"
          label={say('password.new')}
          hint={say('password.hint')}
          type="password"
          autocomplete="new-password"
          required
          hasFocus
        />
      </FormBox>
    </div>,
  );
}

/** `/set-password?token=…` */
export function setPasswordPages(pages: PageRoutes): void {
  pages.get('/set-password', 'anybody', (visit) =>
    showChoice(visit, blankForm(visit, { link: visit.param('token') })),
  );
  pages.post('/set-password', 'anybody', async (visit, form) => {
    const sent = await submit(visit, form, setPasswordByLink);
    if (!sent.ok) return showChoice(visit, sent.form);
    return visit.redirect('/sign-in', 'password.done');
  });
}
