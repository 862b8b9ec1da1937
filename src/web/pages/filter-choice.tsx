/** A choice inside the filter of a list: keeps what the address says. Knows no list. */
import type { Option } from '../ui/fields.tsx';
import type { Visit } from '../visit.ts';

/** A labelled choice; `all` is the label of choosing nothing. */
export function FilterChoice({
  visit,
  name,
  label,
  all,
  options,
}: {
  visit: Visit;
  name: string;
  label: string;
  all?: string;
  options: readonly Option[];
}) {
  const chosen = visit.param(name);
  return (
    <span class="row">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map(({ value, label: text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The parameter when it is one of the options, else null: an address is typed by anybody. */
export function chosenOf<T extends string>(
  visit: Visit,
  name: string,
  values: readonly T[],
): T | null {
  const asked = visit.param(name);
  return values.find((value) => value === asked) ?? null;
}
