/** The panels for language and password. */
import type { FormState } from '../../form.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { languages } from '../set-up/pages.tsx';

interface PanelProps {
  readonly visit: Visit;
  readonly form: FormState;
}

export function LanguagePanel({ visit, form }: PanelProps) {
  const { say } = visit;
  return (
    <section class="panel">
      <h2>{say('account.language')}</h2>
      <FormBox visit={visit} form={form} action="/account/language" label={say('form.save')}>
        <SelectField
          form={form}
          name="locale"
          label={say('account.language')}
          options={languages}
        />
      </FormBox>
    </section>
  );
}

export function PasswordPanel({ visit, form }: PanelProps) {
  const { say } = visit;
  return (
    <section class="panel">
      <h2>{say('account.password')}</h2>
      <FormBox visit={visit} form={form} action="/account/password" label={say('form.save')}>
        <TextField
          form={form}
          name="currentPassword"
          label={say('account.password-current')}
          type="password"
          autocomplete="current-password"
          required
        />
        <TextField
          form={form}
          name="newPassword"
          label={say('password.new')}
          hint={say('password.hint')}
          type="password"
          autocomplete="new-password"
          required
        />
      </FormBox>
    </section>
  );
}
