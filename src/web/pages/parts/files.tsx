/** The pictures and papers of a part: list, adding, removing, and the file itself. */
import type { PartFileView, PartView } from '../../../inventory/contract.ts';
import {
  addPartFile,
  getPartFile,
  partAttachments,
  retirePartFile,
} from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { idStep, momentText, type Visit } from '../../visit.ts';
import { bindKeyToFile, contentField, fileField } from '../imports/uploaded-file.ts';
import { partOf, showTab, tabLink } from './part-frame.tsx';
import { RowButton } from './row-button.tsx';

/** What a browser may show by itself; everything else is saved. */
function isHarmless(mediaType: string): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(mediaType);
}

function kindWord({ say }: Visit, { mediaType, isPicture }: PartFileView): string {
  if (isPicture) return say('part.file-type.image');
  return say(mediaType === 'application/pdf' ? 'part.file-type.pdf' : 'part.file-type.text');
}

function columnsOf(visit: Visit, part: PartView): Column<PartFileView>[] {
  const { say } = visit;
  const base = tabLink(part.id, 'files');
  const columns: Column<PartFileView>[] = [
    {
      heading: say('part.file'),
      cell: (file) => <a href={`${base}/${file.id}`}>{file.name}</a>,
    },
    { heading: say('part.file-kind'), cell: (file) => kindWord(visit, file) },
    {
      heading: say('part.file-size'),
      kind: 'number',
      cell: ({ sizeBytes }) =>
        say('part.file-size-text', { kilobytes: Math.max(1, Math.round(sizeBytes / 1024)) }),
    },
    { heading: say('part.file-added'), cell: (file) => momentText(file.addedAt) },
    { heading: say('part.file-by'), cell: (file) => file.addedByName },
  ];
  if (!visit.can('parts.edit')) return columns;
  const removal: Column<PartFileView> = {
    heading: say('part.change'),
    cell: (file) => (
      <RowButton
        visit={visit}
        action={`${base}/${file.id}/remove`}
        label={say('part.remove')}
        about={file.name}
      />
    ),
  };
  return [...columns, removal];
}

function AddFile({ visit, part, form }: { visit: Visit; part: PartView; form: FormState }) {
  const { say } = visit;
  const issue = form.issues.get(contentField);
  return (
    <FormBox
      visit={visit}
      form={form}
      action={tabLink(part.id, 'files')}
      label={say('part.file-add')}
      isFile
    >
      <div class={issue === undefined ? 'field' : 'field wrong'}>
        <label for="file">{say('part.file-choose')}</label>
        <p class="hint" id="file-hint">
          {say('part.file-hint')}
        </p>
        <input
          id="file"
          name={fileField}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.txt,.csv"
          required
          aria-describedby={issue === undefined ? 'file-hint' : 'file-hint file-issue'}
          aria-invalid={issue === undefined ? undefined : 'true'}
        />
        {issue === undefined ? null : (
          <p class="issue" id="file-issue">{`${say('part.file')}: ${issue}`}</p>
        )}
      </div>
    </FormBox>
  );
}

function Gallery({ visit, part, files }: { visit: Visit; part: PartView; files: PartFileView[] }) {
  const pictures = files.filter(({ isPicture }) => isPicture);
  if (pictures.length === 0) return null;
  return (
    <div class="columns">
      {pictures.map((file) => (
        <p class="label-sheet">
          <img
            src={`${tabLink(part.id, 'files')}/${file.id}`}
            alt={`${visit.say('part.picture', { part: part.partNumber })}: ${file.name}`}
          />
        </p>
      ))}
    </div>
  );
}

async function page(visit: Visit, part: PartView, form: FormState, refused?: FormState) {
  const { say } = visit;
  const { files } = await visit.ask(partAttachments, { partId: part.id });
  const content = (
    <>
      <Gallery visit={visit} part={part} files={files} />
      <Table
        visit={visit}
        caption={say('part.tab.files')}
        columns={columnsOf(visit, part)}
        rows={files}
        empty={say('part.files-none')}
      />
      {visit.can('parts.edit') ? <AddFile visit={visit} part={part} form={form} /> : null}
    </>
  );
  return showTab(visit, 'files', { part, content, refused, status: form.problem?.status });
}

/** Shows the files. */
export async function showFiles(visit: Visit) {
  return page(visit, await partOf(visit), blankForm(visit));
}

/** Adds the file that the form brings. */
export async function sendFile(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const chosen = sentForm.get(fileField);
  const isFile = chosen instanceof File && chosen.size > 0;
  const name = isFile ? chosen.name : '';
  const bytes = isFile ? await chosen.arrayBuffer() : new ArrayBuffer(0);
  const contentBase64 = Buffer.from(bytes).toString('base64');
  bindKeyToFile(sentForm, contentBase64);
  const sent = await submit(visit, sentForm, addPartFile, {
    fixed: { partId: part.id, name, contentBase64 },
    fieldOf: {
      'inventory.part-file-kind': contentField,
      'inventory.part-file-too-large': contentField,
      'inventory.part-file-taken': contentField,
    },
  });
  if (sent.ok) return visit.redirect(tabLink(part.id, 'files'), 'part.file-added-now', { name });
  const missing = new Map([[contentField, visit.say('part.file-missing')]]);
  return page(visit, part, isFile ? sent.form : { ...sent.form, issues: missing });
}

/** Takes a file off the part. */
export async function sendFileRemoval(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const fixed = { partId: part.id, fileId: idStep(visit, 'fileId') };
  const sent = await submit(visit, sentForm, retirePartFile, { fixed });
  if (!sent.ok) return page(visit, part, blankForm(visit), sent.form);
  return visit.redirect(tabLink(part.id, 'files'), 'part.file-removed');
}

/** The file itself: pictures are shown, everything else is saved under its own name. */
export async function sendPartFile(visit: Visit): Promise<Response> {
  const ids = { partId: idStep(visit, 'partId'), fileId: idStep(visit, 'fileId') };
  const { name, mediaType, contentBase64 } = await visit.ask(getPartFile, ids);
  const manner = isHarmless(mediaType) ? 'inline' : 'attachment';
  const isText = mediaType.startsWith('text/');
  return visit.c.body(new Uint8Array(Buffer.from(contentBase64, 'base64')), 200, {
    'Content-Type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Disposition': `${manner}; filename="part-file"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'private, no-store',
  });
}
