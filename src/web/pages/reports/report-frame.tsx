/** What all reports look like: the way back, the filter, what the figures mean, the file. Knows no report. */
import type { Child } from 'hono/jsx';
import { show } from '../../layout.tsx';
import type { Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { fileAddress } from './wish.ts';

/** A day or a moment in a filter. */
export function TimeInput({
  name,
  label,
  value,
  type = 'date',
}: {
  name: string;
  label: string;
  value: string;
  type?: 'date' | 'datetime-local';
}) {
  return (
    <span class="row">
      <label for={name}>{label}</label>
      <input id={name} name={name} type={type} value={value} />
    </span>
  );
}

/** A line of text or a number in a filter. */
export function TextInput({
  visit,
  name,
  label,
  value,
  isNumber = false,
}: {
  visit: Visit;
  name: string;
  label: string;
  value?: string;
  isNumber?: boolean;
}) {
  return (
    <span class="row">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        size={isNumber ? 6 : 16}
        inputmode={isNumber ? 'numeric' : undefined}
        maxlength={100}
        value={value ?? visit.param(name)}
      />
    </span>
  );
}

/** The filter of a report; it posts nothing. */
export function ReportFilter({
  visit,
  kept = {},
  children,
}: {
  visit: Visit;
  kept?: Readonly<Record<string, string>>;
  children?: Child;
}) {
  return (
    <form method="get" class="filter report-filter">
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" class="main">
        {visit.say('reports.show')}
      </button>
    </form>
  );
}

/** Answers with a report. */
export function showReport(
  visit: Visit,
  {
    title,
    lead,
    status,
  }: { readonly title: string; readonly lead: string; readonly status?: number },
  content: Child,
) {
  const { say } = visit;
  return show(
    visit,
    { title, section: 'reports', status },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/reports', label: say('reports.title') },
          { href: fileAddress(visit), label: say('reports.file') },
        ]}
      />
      <p class="hint">{lead}</p>
      {content}
    </>,
  );
}
