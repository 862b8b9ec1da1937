/** A calendar day as the moment by which something is promised: its last second, in UTC. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59Z`);
}
