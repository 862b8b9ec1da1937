/** Addresses of planning. */
import { listLevels, listSuggestions, setLevel } from '../../planning/index.ts';
import { type Operation, operation } from '../operation.ts';

export const planningRoutes: readonly Operation[] = [
  operation('GET', '/suggestions', listSuggestions),
  operation('GET', '/levels', listLevels),
  operation('PUT', '/levels', setLevel),
];
