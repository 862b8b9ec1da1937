/** The door of planning: levels, reviews, suggestions. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { reviewMovedParts } from './commands/review-parts.ts';
import { setLevel } from './commands/set-level.ts';
import { listLevels } from './queries/list-levels.ts';
import { listSuggestions } from './queries/list-suggestions.ts';

export { type PlanningErrorCode, planningErrors } from './errors.ts';
export { orderValueMinor, passesMaximum } from './order-facts.rules.ts';
export { levelsOfSite } from './queries/levels-of-site.ts';
export type { SuggestionView } from './queries/list-suggestions.ts';
export { reviewParts } from './review.ts';
export { type Level, writeLevels } from './store.ts';
export { listLevels, listSuggestions, reviewMovedParts, setLevel };

export const planningCommands: readonly AnyCommand[] = [setLevel];
/** Sent by the product itself after postings; no route and no button. */
export const planningOwnCommands: readonly AnyCommand[] = [reviewMovedParts];
export const planningQueries: readonly AnyQuery[] = [listSuggestions, listLevels];
