/**
 * A scan works wherever the cursor is: keys are read from the whole page, and a finished scan goes
 * through the page's own scan form. While one is on its way the next ones wait, so that none is lost
 * and none is sent under the key of another.
 */
import { takesText } from './hotkeys.ts';
import { makeScanPoster } from './post-scans.ts';
import { makeScanBuffer } from './scan-keys.ts';
import { normaliseScan } from './scan-normalise.rules.ts';
import { sound } from './tones.ts';

const store = 'benchstock-scans';

interface Waiting {
  readonly context: string;
  readonly codes: string[];
}

function readWaiting(browser: Window): Waiting {
  try {
    const kept: unknown = JSON.parse(browser.sessionStorage.getItem(store) ?? 'null');
    if (kept !== null && typeof kept === 'object' && 'codes' in kept && Array.isArray(kept.codes)) {
      const context = 'context' in kept ? String(kept.context) : '';
      return { context, codes: kept.codes.map(String) };
    }
  } catch {
    // Storage may be full, foreign or switched off; then scans wait in nothing.
  }
  return { context: '', codes: [] };
}

function keepWaiting(browser: Window, waiting: Waiting): void {
  try {
    if (waiting.codes.length === 0) browser.sessionStorage.removeItem(store);
    else browser.sessionStorage.setItem(store, JSON.stringify(waiting));
  } catch {
    // See above.
  }
}

/** The field of a form that waits for a scan, when the page has one and the code is no document's. */
function waitingField(page: Document, code: string): HTMLInputElement | null {
  if (/^(RMA|JOB|BOX)-/.test(code)) return null;
  return page.querySelector<HTMLInputElement>('input[data-takes-scan]');
}

/** Codes that wait for this page are sent on; after a refusal whoever scans looks first. */
function takeUpWaiting(
  page: Document,
  browser: Window,
  on: { context: string; send(code: string): void; tell(word: string, data: string): void },
): void {
  const waiting = readWaiting(browser);
  const [next, ...rest] = waiting.codes;
  const isRefused = page.querySelector('[role="alert"]') !== null;
  if (isRefused) sound('error');
  if (next === undefined) return;
  if (isRefused || waiting.context !== on.context) {
    on.tell('waiting', String(waiting.codes.length));
    return;
  }
  keepWaiting(browser, { context: on.context, codes: rest });
  on.send(next);
}

/** Starts listening; does nothing on a page without a scan field. */
export function startScanField(page: Document, browser: Window): void {
  const form = page.querySelector<HTMLFormElement>('form[data-scan]');
  const field = form?.querySelector<HTMLInputElement>('input[name="code"]') ?? null;
  const said = page.querySelector<HTMLElement>('#scan-said');
  if (form === null || field === null) return;
  const context = form.dataset.scan ?? '';
  let isSending = false;

  const tell = (word: string, data: string) => {
    if (said !== null) said.textContent = (said.dataset[word] ?? '').replace(/\{\w+\}/, data);
  };
  const buffer = makeScanBuffer();
  const keep = (codes: string[]) => keepWaiting(browser, { context, codes });
  const isTyping = () => buffer.size > 0;
  const post = makeScanPoster({ browser, form, field, context, isTyping, keep });
  const send = (raw: string) => {
    const code = normaliseScan(raw);
    if (code === '') {
      sound('error');
      return;
    }
    if (isSending) {
      const codes = [...readWaiting(browser).codes, code];
      keep(codes);
      tell('waiting', String(codes.length));
      sound('attention');
      return;
    }
    tell('received', code);
    sound('ok');
    const target = waitingField(page, code);
    if (target?.form) {
      target.value = code;
      target.form.requestSubmit();
    } else if (form.method === 'post') {
      field.value = '';
      post(code);
    } else {
      isSending = true;
      field.value = code;
      form.submit();
    }
  };

  page.addEventListener(
    'keydown',
    (event) => {
      // In another text field the scan is what is being typed there, and its Enter belongs to it.
      if (event.target !== field && takesText(event.target)) return;
      const raw = buffer.take(event, event.timeStamp);
      // In the scan field itself keys are only believed where an input method lost characters.
      if (raw !== null && (event.target !== field || field.value.length <= raw.length)) {
        event.preventDefault();
        send(raw);
      }
    },
    true,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(field.value);
  });
  // Coming back by the Back button restores the page as it was, with the sending still marked.
  browser.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      isSending = false;
      field.value = '';
    }
  });

  takeUpWaiting(page, browser, { context, send, tell });
}
