/** What the room of kits and bills of material may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const kitsErrors = defineErrors('kits', {
  'unknown-kit': 'not-found',
  'unknown-order': 'not-found',
  'unknown-component': 'not-found',
  'unknown-bom-line': 'not-found',
  'kit-circle': 'refused',
  'component-twice': 'invalid',
  'last-component': 'refused',
  'currency-differs': 'refused',
  'revision-changed': 'conflict',
  'part-not-for-model': 'refused',
  'position-taken': 'conflict',
  'too-many-pieces': 'invalid',
  'missing-components': 'refused',
  'pieces-required': 'invalid',
  'piece-not-wanted': 'invalid',
  'lot-not-here': 'refused',
  'not-optional': 'invalid',
  'nothing-left': 'invalid',
  'another-site': 'refused',
  'components-do-not-add-up': 'invalid',
  'not-a-component': 'invalid',
  'reason-required': 'invalid',
});
