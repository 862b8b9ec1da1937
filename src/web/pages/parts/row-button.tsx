/** A form that is only a button in a row of a table: it sends what names the row. Knows no row. */
import { keyField } from '../../form.ts';
import type { Visit } from '../../visit.ts';

/** @example <RowButton visit={visit} action={…} fields={{ code }} label={say('part.remove')} /> */
export function RowButton({
  visit,
  action,
  fields = {},
  label,
  about,
}: {
  visit: Visit;
  action: string;
  fields?: Readonly<Record<string, string>>;
  label: string;
  /** What the row is about, for those who hear the button without seeing the row. */
  about: string;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={keyField} value={visit.ports.ids.newId()} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="danger" aria-label={`${label} ${about}`}>
        {label}
      </button>
    </form>
  );
}
