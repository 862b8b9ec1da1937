/**
 * Keys that press a button marked `data-hotkey`: only with nothing being typed anywhere and the page's
 * own dialogue closed. A key held down presses once.
 */

/** Whether the element takes typed text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !/^(button|checkbox|radio|submit)$/.test(target.type)
  );
}

/** Listens for Alt+key: plain letters belong to the scanner. */
export function startHotkeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.repeat || !event.altKey || event.ctrlKey || event.metaKey) return;
    const key = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
    if (key === undefined) return;
    const button = page.querySelector<HTMLElement>(`[data-hotkey="${key}"]`);
    if (button === null) return;
    event.preventDefault();
    button.click();
  });
}
