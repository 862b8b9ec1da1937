/**
 * Every way this room says no. A refusal names the field at fault and never prints something that
 * only looks right: a barcode that cannot be scanned or a number cut short is worse than no label.
 */
import { defineErrors } from '../platform/errors.ts';

export const labelErrors = defineErrors('labels', {
  /** The view does not have the agreed shape; issues carry pointer and rule. */
  'invalid-view': 'invalid',
  /** Text holds NUL, another control character or half of a surrogate pair. */
  'unprintable-text': 'invalid',
  /** A code for Code 128 holds something other than printable ASCII, or outer spaces. */
  'code-characters': 'invalid',
  /** The link for the QR is no http(s) URL in plain ASCII. */
  'link-characters': 'invalid',
  /** The code needs bars narrower than two dots at this size. */
  'code-too-long': 'refused',
  /** The link needs QR modules smaller than three dots at this size. */
  'link-too-long': 'refused',
  /** A number, or the sum of all texts, cannot be shown in full at a readable size. */
  'text-too-long': 'refused',
  /** SVG and PNG hold exactly one label. */
  'one-label-only': 'invalid',
  /** More labels or lines than one file may hold. */
  'too-many': 'limit',
});
