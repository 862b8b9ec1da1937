/** Times of the network in words: how long a lane takes, a minute of the day, why stock waits. */
import type { z } from 'zod';
import type { previewArrivals } from '../../../network/index.ts';
import type { Visit } from '../../visit.ts';

type Arrival = z.output<typeof previewArrivals.output>['arrivals'][number];

/** Hours as people say them: days from two days on, when they come out even. */
export function hoursText({ say }: Visit, hours: number): string {
  const isDays = hours >= 48 && hours % 24 === 0;
  return isDays ? say('network.days', { days: hours / 24 }) : say('network.hours', { hours });
}

/** The transit time of a lane with its spread. */
export function transitText(
  visit: Visit,
  { leadHours, spreadHours }: { readonly leadHours: number; readonly spreadHours: number },
): string {
  const time = hoursText(visit, leadHours);
  if (spreadHours === 0) return time;
  return visit.say('network.spread', { time, spread: hoursText(visit, spreadHours) });
}

/** A minute of the day as `16:00`; a dash when there is none. */
export function clockText(minute: number | null): string {
  if (minute === null) return '—';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `16:00`, `16：00` or `1600` as a minute of the day; what is no time stays as it was. */
function minuteOf(typed: string): string {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(typed.normalize('NFKC').trim());
  if (found === null) return typed;
  const [, hour, minute] = found;
  return Number(minute) > 59 ? typed : String(Number(hour) * 60 + Number(minute));
}

/** Rewrites the clock times of a form into minutes of the day. */
export function readClocks(texts: Map<string, string[]>, names: readonly string[]): void {
  for (const name of names) {
    const typed = texts.get(name)?.at(-1);
    if (typed !== undefined) texts.set(name, [minuteOf(typed)]);
  }
}

/** Why stock waits, in one sentence. */
export function reasonText({ say }: Visit, reason: Arrival['reasons'][number]): string {
  const { code, closed, weekday, localDepart: moment } = reason;
  const key = code === 'closed' ? (`closed-${closed ?? 'weekday'}` as const) : code;
  const day = [1, 2, 3, 4, 5, 6, 7] as const;
  const name = say(`network.weekday.${day.find((one) => one === weekday) ?? 1}`);
  return say(`network.wait.${key}`, { weekday: name, moment });
}
