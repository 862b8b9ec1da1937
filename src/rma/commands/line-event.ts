/**
 * Makes the commands that only send one event to a line: the machine says whether, the effects say
 * what. Commands that need more than the line have a file of their own.
 */
import { z } from 'zod';
import { type Command, defineCommand } from '../../platform/command.ts';
import type { Work } from '../../platform/work.ts';
import { whereIs } from '../answer.ts';
import { lineErrors } from '../command-errors.ts';
import { lineInput, moved, note } from '../contract.ts';
import type { RmaLineEvent } from '../rma-line.vocabulary.ts';
import { sendToLine } from '../send.ts';
import { lockLine } from '../store.ts';

const input = z.strictObject({ ...lineInput, note });

/** Sends the event to the line and answers where it now is. */
export async function moveLine(
  work: Work,
  on: { readonly lineId: string; readonly version: number | null },
  event: RmaLineEvent,
) {
  await sendToLine(work, await lockLine(work, on.lineId, on.version), event);
  return whereIs(work, on.lineId);
}

/** A command for an event without data. */
export function lineEvent(
  event: Exclude<
    RmaLineEvent['type'],
    'receive' | 'decide-scrap' | 'ship' | 'agree-charge' | 'job-passed'
  >,
  permission: string,
  summary: string,
): Command<typeof input, typeof moved> {
  return defineCommand({
    name: `rma.${event}`,
    permission,
    summary,
    input,
    output: moved,
    errors: lineErrors,
    run: (work, { lineId, version }) => moveLine(work, { lineId, version }, { type: event }),
  });
}
