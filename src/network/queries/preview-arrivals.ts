/** From where stock reaches a site, when, on which lanes, and what it has to wait for. */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { currency, id } from '../../platform/scalars.ts';
import { arrivalFrom } from '../journeys.ts';
import { readSiteCodes } from '../lanes.store.ts';

const moment = z.iso.datetime();

const reasonView = z.strictObject({
  code: z.enum(['cut-off-missed', 'closed', 'after-hours', 'not-yet-valid']),
  laneId: id,
  closed: z.enum(['weekday', 'holiday']).nullable(),
  missedAt: moment.nullable(),
  departAt: moment,
  /** In the local time of the lane. */
  localDepart: z.string(),
  /** 1 is Monday. */
  weekday: z.int(),
});

const arrivalView = z.strictObject({
  fromSiteId: id,
  fromSiteCode: z.string(),
  laneIds: z.array(id),
  /** The sites on the way, from the first to the last. */
  siteCodes: z.array(z.string()),
  departAt: moment,
  arriveAt: moment,
  latestAt: moment,
  costMinor: z.int().nullable(),
  currency: currency.nullable(),
  priority: z.int(),
  reasons: z.array(reasonView),
});

export const previewArrivals = defineQuery({
  name: 'network.preview-arrivals',
  permission: 'sites.view',
  summary: 'From where, when and on which lanes stock that is ready at a moment reaches a site.',
  input: z.strictObject({
    toSiteId: id,
    /** When it is ready; now when left out. */
    readyAt: moment.nullable().default(null),
  }),
  output: z.strictObject({ readyAt: moment, arrivals: z.array(arrivalView) }),
  errors: ['inventory.unknown-site'],
  run: async (read, { toSiteId, readyAt: asked }) => {
    await getSite(read, toSiteId);
    const readyAt = asked === null ? read.now : new Date(asked);
    const found = await arrivalFrom(read, { toSiteId, readyAt });
    const codes = await readSiteCodes(read);
    const codeOf = (siteId: string) => codes.get(siteId) ?? '';
    const arrivals = found
      .filter(({ firstLaneId }) => firstLaneId !== null)
      .map((one) => ({
        fromSiteId: one.fromSiteId,
        fromSiteCode: codeOf(one.fromSiteId),
        laneIds: [...one.laneIds],
        siteCodes: one.siteIds.map(codeOf),
        departAt: one.departAt.toISOString(),
        arriveAt: one.arriveAt.toISOString(),
        latestAt: one.latestAt.toISOString(),
        costMinor: one.costMinor,
        currency: one.currency,
        priority: one.priority,
        reasons: one.reasons.map((reason) => ({
          ...reason,
          missedAt: reason.missedAt?.toISOString() ?? null,
          departAt: reason.departAt.toISOString(),
        })),
      }));
    return { readyAt: readyAt.toISOString(), arrivals };
  },
});
