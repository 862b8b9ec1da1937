/** What is asked of a site, when it is opened and when it is changed. */
import type { FormState } from '../../form.ts';
import { TextArea, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

/** The fields of a site. */
export function SiteFields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const hint = say('sites.name-hint');
  return (
    <>
      <TextField form={form} name="code" label={say('sites.code')} maxlength={20} required isCode />
      <TextField form={form} name="nameEn" label={say('sites.name-en')} hint={hint} />
      <TextField form={form} name="nameZh" label={say('sites.name-zh')} hint={hint} />
      <TextArea form={form} name="address" label={say('sites.address')} />
      <TextField form={form} name="phone" label={say('sites.phone')} type="tel" />
    </>
  );
}
