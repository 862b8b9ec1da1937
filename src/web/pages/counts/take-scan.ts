/**
 * What a scan in front of a bin means: a part or a piece is counted, the bin itself is done, another bin
 * of the count is next. Only posted scans count anything.
 */
import type { BinView } from '../../../counts/contract.ts';
import {
  finishBin,
  getCount,
  getCountBin,
  openBin,
  restartBin,
  scanPart,
  scanSerial,
} from '../../../counts/index.ts';
import { findByScan, getPart } from '../../../inventory/index.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { keyField, refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { normaliseScan } from '../../islands/scan-normalise.rules.ts';
import { idStep, type Visit } from '../../visit.ts';
import { showBin } from './bin-page.tsx';
import { binByCode } from './count-page.tsx';
import { countLinks } from './links.ts';

/** The same form under a key of its own, for a second command of one press. */
function keyed(form: FormData, step: string): FormData {
  const copy = new FormData();
  const key = form.get(keyField);
  if (typeof key === 'string') copy.set(keyField, `${key}:${step}`);
  return copy;
}

function refuseCode(visit: Visit, form: FormData, sentence: string) {
  const refusal = platformErrors.error('invalid-input', { count: 1 });
  const refused = refusedForm(visit, refusal, { texts: textsOf(form) }).form;
  return showBin(visit, {
    step: 'scan',
    form: { ...refused, issues: new Map([['code', sentence]]) },
  });
}

async function binAt(visit: Visit, countId: string, locationId: string): Promise<string | null> {
  for (let page = 1; ; page += 1) {
    const { binRows, binTotal } = await visit.ask(getCount, { countId, page, limit: 200 });
    const found = binRows.find((row) => row.locationId === locationId);
    if (found !== undefined) return found.binId;
    if (page * 200 >= binTotal) return null;
  }
}

async function finish(visit: Visit, form: FormData, bin: BinView, isEmptyConfirmed: boolean) {
  const fixed = { binId: bin.binId, isEmptyConfirmed };
  return submit(visit, keyed(form, 'finish'), finishBin, { fixed });
}

async function takeOwnBin(visit: Visit, form: FormData, bin: BinView) {
  const isEmpty = bin.countedRows.length === 0;
  const at = countLinks.bin(bin.countId, bin.binId);
  if (isEmpty && form.get('confirmed') !== 'true') return visit.redirect(`${at}?confirm=empty`);
  const sent = await finish(visit, form, bin, isEmpty);
  if (!sent.ok) return showBin(visit, { step: 'finish', form: sent.form });
  const to = countLinks.count(bin.countId);
  return visit.redirect(to, 'counts.bin-finished', { bin: bin.locationCode });
}

async function takeNextBin(visit: Visit, form: FormData, bin: BinView, next: string) {
  const done = await finish(visit, form, bin, false);
  if (!done.ok) return showBin(visit, { step: 'finish', form: done.form });
  await submit(visit, keyed(form, 'open'), openBin, { fixed: { binId: next } });
  // Whether it could be opened or not, the page of that bin says how it stands.
  const to = countLinks.bin(bin.countId, next);
  return visit.redirect(to, 'counts.bin-finished', { bin: bin.locationCode });
}

interface Found {
  readonly partId: string;
  readonly serialNumber: string | null;
}

async function takeStock(visit: Visit, form: FormData, bin: BinView, found: Found) {
  const { partId, serialNumber } = found;
  const { tracking, partNumber } = await visit.ask(getPart, { partId });
  const at = countLinks.bin(bin.countId, bin.binId);
  const serialMode = `${at}?${new URLSearchParams({ serial: partNumber })}`;
  if (tracking === 'serial' && serialNumber === null) return visit.redirect(serialMode);
  const fixed = { binId: bin.binId, partId };
  const sent =
    serialNumber === null
      ? await submit(visit, form, scanPart, { fixed, fieldOf })
      : await submit(visit, form, scanSerial, { fixed: { ...fixed, serialNumber }, fieldOf });
  if (!sent.ok) return showBin(visit, { step: 'scan', form: sent.form });
  const { counted } = sent.output;
  const params = { part: partNumber, counted, bin: bin.locationCode };
  return visit.redirect(serialNumber === null ? at : serialMode, 'counts.scanned', params);
}

const fieldOf = {
  'counts.condition-needed': 'condition',
  'counts.serial-counted-already': 'code',
  'counts.line-is-settled': 'code',
  'counts.other-part': 'code',
  'inventory.lot-required': 'lotNumber',
} as const;

async function partOfMode(visit: Visit, form: FormData): Promise<string | null> {
  const code = String(form.get('serialPart') ?? '');
  if (code === '') return null;
  const found = await visit.ask(findByScan, { code });
  return found.find((match) => match.kind === 'part' && match.code === code)?.id ?? null;
}

/** Counts what was scanned, or goes on to the bin that was. */
export async function takeScan(visit: Visit, form: FormData) {
  const { say } = visit;
  const bin = await visit.ask(getCountBin, { binId: idStep(visit, 'binId') });
  const code = normaliseScan(String(form.get('code') ?? '')).slice(0, 200);
  if (code === '') return refuseCode(visit, form, say('counts.scan-unknown', { code: '' }));
  const [matches, modePart] = await Promise.all([
    visit.ask(findByScan, { code }),
    partOfMode(visit, form),
  ]);
  const place = matches.find(({ kind }) => kind === 'location');
  if (place?.id === bin.locationId) return takeOwnBin(visit, form, bin);
  if (place !== undefined) {
    const next = await binAt(visit, bin.countId, place.id);
    if (next === null) return refuseCode(visit, form, say('counts.no-bin', { code }));
    return takeNextBin(visit, form, bin, next);
  }
  const pieces = matches.filter(({ kind }) => kind === 'serial');
  const piece = pieces.find(({ partId }) => partId === modePart) ?? pieces[0];
  const isSure = pieces.length < 2 || piece?.partId === modePart;
  const parts = matches.filter(({ kind }) => kind === 'part');
  const part = parts.find((one) => one.code === code) ?? (parts.length < 2 ? parts[0] : undefined);
  if (piece?.partId != null && isSure && part === undefined) {
    return takeStock(visit, form, bin, { partId: piece.partId, serialNumber: code });
  }
  if (part !== undefined && piece === undefined) {
    return takeStock(visit, form, bin, { partId: part.id, serialNumber: null });
  }
  if (matches.length > 0) return refuseCode(visit, form, say('counts.scan-several', { code }));
  // A piece nobody knows: the part was scanned before it.
  if (modePart !== null) {
    return takeStock(visit, form, bin, { partId: modePart, serialNumber: code });
  }
  return refuseCode(visit, form, say('counts.scan-unknown', { code }));
}

/** A bin was scanned on the page of the count: it is opened where that is possible, and shown. */
export async function takeBinScan(visit: Visit, form: FormData) {
  const countId = idStep(visit, 'countId');
  const code = normaliseScan(String(form.get('bin') ?? '')).slice(0, 200);
  const binId = code === '' ? null : await binByCode(visit, countId, code);
  if (binId === null) {
    return visit.redirect(`${countLinks.count(countId)}?${new URLSearchParams({ bin: code })}`);
  }
  // Whether it could be opened or not, the page of that bin says how it stands.
  await submit(visit, form, openBin, { fixed: { binId } });
  return visit.redirect(countLinks.bin(countId, binId));
}

/** Opens the bin of the path. */
export async function takeOpen(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, openBin, { fixed: { binId: idStep(visit, 'binId') } });
  if (!sent.ok) return showBin(visit, { step: 'open', form: sent.form });
  return afterStep(visit, sent.output, 'counts.bin-began');
}

/** Ends the bin of the path. */
export async function takeFinish(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, finishBin, { fixed: { binId: idStep(visit, 'binId') } });
  if (!sent.ok) return showBin(visit, { step: 'finish', form: sent.form });
  const { locationCode: bin } = await visit.ask(getCountBin, { binId: sent.output.binId });
  return visit.redirect(countLinks.count(sent.output.countId), 'counts.bin-finished', { bin });
}

/** Begins the bin of the path anew. */
export async function takeRestart(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, restartBin, { fixed: { binId: idStep(visit, 'binId') } });
  if (!sent.ok) return showBin(visit, { step: 'restart', form: sent.form });
  return afterStep(visit, sent.output, 'counts.bin-restarted');
}

async function afterStep(
  visit: Visit,
  { countId, binId }: { readonly countId: string; readonly binId: string },
  said: 'counts.bin-began' | 'counts.bin-restarted',
) {
  const { locationCode: bin } = await visit.ask(getCountBin, { binId });
  return visit.redirect(countLinks.bin(countId, binId), said, { bin });
}
