/** The forms below a site: change it, retire it, open it again. */
import { blankForm, type FormState } from '../../form.ts';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import type { SiteDetail } from './location-fields.tsx';
import { SiteFields } from './site-fields.tsx';

type Refused = { readonly which: 'edit' | 'retire'; readonly form: FormState } | undefined;

/** The forms below a site. */
export function SiteChanges({
  visit,
  site,
  refused,
}: {
  visit: Visit;
  site: SiteDetail;
  refused: Refused;
}) {
  const { say } = visit;
  const { id, version, retiredAt, code, nameEn, nameZh, address, phone } = site;
  const known = { code, nameEn, nameZh, address, phone };
  const edit = refused?.which === 'edit' ? refused.form : blankForm(visit, known);
  const close = refused?.which === 'retire' ? refused.form : blankForm(visit);
  if (retiredAt !== null) {
    return (
      <FormBox visit={visit} form={close} action={`/sites/${id}/reopen`} version={version}>
        <button type="submit">{say('sites.reopen')}</button>
      </FormBox>
    );
  }
  return (
    <>
      <details open={refused?.which === 'edit'}>
        <summary class="button">{say('sites.edit')}</summary>
        <FormBox
          visit={visit}
          form={edit}
          action={`/sites/${id}/edit`}
          version={version}
          label={say('sites.edit-go')}
        >
          <SiteFields visit={visit} form={edit} />
        </FormBox>
      </details>
      <details open={refused?.which === 'retire'}>
        <summary class="button danger">{say('sites.retire')}</summary>
        <FormBox visit={visit} form={close} action={`/sites/${id}/retire`} version={version}>
          <p>{say('sites.retire-hint')}</p>
          <button type="submit" class="danger">
            {say('sites.retire')}
          </button>
        </FormBox>
      </details>
    </>
  );
}
