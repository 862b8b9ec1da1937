/**
 * The scan field of every page: a plain form, so that a scanner that types and presses Enter works
 * without script. What a scan means here travels with it as the page's context.
 */
import type { Visit } from '../visit.ts';

/** What a scan on a page is for. */
export interface ScanPlace {
  /** `dock`, `dock:<lineId>`, `bench`, `bench:<jobId>`, `ship`; absent: open whatever it names. */
  readonly context?: string;
  /** A scan may change something here (a part goes into the unit), so the form is posted with a key. */
  readonly acts?: boolean;
  /** Where a scan is sent when the page reads its own codes; `/scan` when not said. */
  readonly action?: string;
  /** What the field asks for, where that is more than any code. */
  readonly label?: string;
  /** Whether the cursor starts in the field. */
  readonly hasFocus?: boolean;
}

/** The field itself. */
export function ScanField({ visit, place }: { visit: Visit; place: ScanPlace }) {
  const { say, ports } = visit;
  const { context = '', acts = false, action = '/scan', hasFocus = false } = place;
  const label = place.label ?? say('scan.label');
  return (
    <search class="scan">
      <form method={acts ? 'post' : 'get'} action={action} data-scan={context}>
        {context === '' ? null : <input type="hidden" name="context" value={context} />}
        {acts ? <input type="hidden" name="_key" value={ports.ids.newId()} /> : null}
        <label for="scan-code">{label}</label>
        <input
          id="scan-code"
          name="code"
          type="search"
          required
          maxlength={200}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={label}
          enterkeyhint="go"
          autofocus={hasFocus}
        />
        <button type="submit">{say('scan.go')}</button>
      </form>
      <p
        id="scan-said"
        role="status"
        data-received={say('scan.received')}
        data-waiting={say('scan.waiting')}
      />
    </search>
  );
}
