/** Opens a count over chosen bins of a site; what is expected there is not told to anybody. */
import { z } from 'zod';
import { getPartRow, getSite, getSiteLocation } from '../../inventory/index.ts';
import { addDays } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { classesOf } from '../abc.rules.ts';
import {
  binsOfPart,
  binsOfSite,
  type ChosenBin,
  dueBins,
  namedBins,
  usageValues,
} from '../choose-bins.store.ts';
import { abcClass, choiceKinds } from '../contract.ts';
import { countsErrors } from '../errors.ts';
import { binsMax, openOver } from '../open-count.ts';

const input = z.strictObject({
  siteId: id,
  kind: z.enum(choiceKinds),
  /** For `bins`. */
  locationIds: z.array(id).max(binsMax).default([]),
  /** For `van`, and the zone for `zone`. */
  locationId: id.nullable().default(null),
  /** For `part`. */
  partId: id.nullable().default(null),
  /** For `due`: parts of this class by the value that went out in a year. */
  abcClass: abcClass.nullable().default(null),
  /** For `due`: left out when counted in so many days. */
  notCountedForDays: z.int().min(1).max(3650).nullable().default(null),
  /** For `due`: so many of them, by chance. */
  sampleSize: z.int().min(1).max(binsMax).nullable().default(null),
  note: text(400).nullable().default(null),
});
type Choice = z.output<typeof input>;

/** Days over which the value that went out makes the class. */
const usageDays = 365;

function need<T>(value: T | null, field: string): T {
  if (value === null) throw countsErrors.error('choice-incomplete', { field });
  return value;
}

async function partsOfClass(work: Work, wanted: Choice['abcClass']): Promise<string[] | null> {
  if (wanted === null) return null;
  const since = addDays(work.now, -usageDays).toISOString();
  const classes = classesOf(await usageValues(work, since));
  return [...classes].flatMap(([partId, one]) => (one === wanted ? [partId] : []));
}

/** Which bins the choice means; asked once the site is locked. */
async function chooser(work: Work, choice: Choice): Promise<() => Promise<ChosenBin[]>> {
  const { siteId, kind } = choice;
  switch (kind) {
    case 'bins':
      if (choice.locationIds.length === 0) need(null, 'locationIds');
      return () => namedBins(work, siteId, choice.locationIds);
    case 'site':
      return () => binsOfSite(work, siteId, null);
    case 'zone': {
      const zone = await getSiteLocation(work, need(choice.locationId, 'locationId'));
      return () => binsOfSite(work, siteId, zone.id);
    }
    case 'van': {
      const van = await getSiteLocation(work, need(choice.locationId, 'locationId'));
      return () => namedBins(work, siteId, [van.id]);
    }
    case 'part': {
      const part = await getPartRow(work.db, need(choice.partId, 'partId'));
      return () => binsOfPart(work, siteId, part.id);
    }
    case 'due': {
      const partIds = await partsOfClass(work, choice.abcClass);
      const { notCountedForDays: days, sampleSize: sample } = choice;
      const notSince = days === null ? null : addDays(work.now, -days).toISOString();
      const seed = work.newSecret(16);
      return () => dueBins(work, { siteId, partIds, notSince, sample, seed });
    }
  }
}

export const createCount = defineCommand({
  name: 'counts.create',
  permission: 'counts.manage',
  summary: 'Opens a count over chosen bins of a site.',
  input,
  output: z.strictObject({ countId: id, number: z.string(), bins: z.int() }),
  errors: [
    'inventory.unknown-site',
    'inventory.unknown-location',
    'inventory.unknown-part',
    'counts.choice-incomplete',
    'counts.nothing-to-count',
    'counts.already-being-counted',
    'counts.too-many-bins',
  ],
  run: async (work, choice) => {
    const { siteId, kind, note, ...chosen } = choice;
    await getSite(work, siteId);
    const wish = { siteId, kind, note, choice: chosen, document: null };
    const opened = await openOver(work, wish, await chooser(work, choice));
    if ('countId' in opened) return opened;
    const { busyWith, tooMany } = opened;
    if (tooMany !== null) {
      throw countsErrors.error('too-many-bins', { bins: tooMany, limit: binsMax });
    }
    if (busyWith === null) throw countsErrors.error('nothing-to-count');
    throw countsErrors.error('already-being-counted', { number: busyWith });
  },
});
