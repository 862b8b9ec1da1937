/** The script of every page: the scan field and the keys of the bench. Pages work without it. */
import { startHotkeys } from './hotkeys.ts';
import { startScanField } from './scan-field.ts';

startScanField(document, window);
startHotkeys(document);
