/**
 * Scans that change something are posted while the page stays, one after the other, so that no key
 * of the next scan falls between two pages. When nothing waits and nobody types, the page is shown
 * anew. It knows forms and answers, not what a scan means.
 */

/** With no key for this long nobody is scanning, in milliseconds. */
const quietMs = 200;

/** What the queue needs to know of its page. */
export interface ScanPage {
  readonly browser: Window;
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly context: string;
  /** Whether a scan is being typed at this moment. */
  isTyping(): boolean;
  /** Keeps codes for the next page. */
  keep(codes: string[]): void;
}

/** A key for one scan; `randomUUID` is missing on plain http from another machine. */
function freshKey(browser: Window): string {
  const bytes = browser.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Shows by the browser itself what is no way back to this page: a refusal, a lost line. The key is
 * still free after a refusal, and the same key tells a lost answer from a lost question.
 */
function showInstead({ form, field }: ScanPage, code: string, key: string): void {
  const held = form.querySelector<HTMLInputElement>('input[name="_key"]');
  if (held !== null) held.value = key;
  field.value = code;
  form.submit();
}

async function sendOne(on: ScanPage, code: string, key: string): Promise<Response | null> {
  const body = new URLSearchParams({ context: on.context, code, _key: key });
  try {
    const answer = await on.browser.fetch(on.form.action, { method: 'POST', body });
    return answer.ok && answer.redirected ? answer : null;
  } catch {
    return null;
  }
}

/** Makes the queue; what it returns takes one code after the other. */
export function makeScanPoster(on: ScanPage): (code: string) => void {
  const { browser } = on;
  const queue: string[] = [];
  let isSending = false;
  let quiet = 0;
  const settle = (address: string) => {
    browser.clearTimeout(quiet);
    quiet = browser.setTimeout(() => {
      if (queue.length > 0 || isSending) return;
      if (on.isTyping()) settle(address);
      else browser.location.assign(address);
    }, quietMs);
  };
  const post = async (code: string): Promise<void> => {
    isSending = true;
    const key = freshKey(browser);
    const answer = await sendOne(on, code, key);
    if (answer === null) {
      on.keep(queue.splice(0));
      showInstead(on, code, key);
      return;
    }
    if (new URL(answer.url).pathname !== browser.location.pathname) {
      on.keep(queue.splice(0));
      browser.location.assign(answer.url);
      return;
    }
    isSending = false;
    const next = queue.shift();
    if (next === undefined) settle(answer.url);
    else await post(next);
  };
  return (code) => {
    if (isSending) queue.push(code);
    else void post(code);
  };
}
