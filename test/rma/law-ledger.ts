/**
 * A small ledger of things, clocks and consent that performs the flows' effects literally. It refuses
 * an effect whose unit is not where the effect says, and it states the law of a finished return.
 */
import type { EffectOf } from '../../src/platform/flow-effects.ts';
import type { RepairJobEffects } from '../../src/rma/repair/repair-job.vocabulary.ts';
import type { RmaLineContext, RmaLineEffects } from '../../src/rma/rma-line.vocabulary.ts';

/** A broken promise of the machines; never a refusal. */
export class LawBroken extends Error {}

export type Place = 'customer' | 'dock' | 'bench' | 'packed' | 'way-back' | 'scrap';

export interface Ledger {
  readonly unit: Place;
  readonly hasArrived: boolean;
  readonly wrongItemInQuarantine: boolean;
  readonly customerAgreedToScrap: boolean;
  readonly expiryIsDue: boolean;
  readonly assumedDeliveryIsDue: boolean;
}

export const EMPTY_LEDGER: Ledger = {
  unit: 'customer',
  hasArrived: false,
  wrongItemInQuarantine: false,
  customerAgreedToScrap: false,
  expiryIsDue: false,
  assumedDeliveryIsDue: false,
};

type AnyEffect = EffectOf<RmaLineEffects> | EffectOf<RepairJobEffects>;

/** Effects that speak to the other document, or keep rows the law does not look at. */
export type OtherEffect =
  | 'openJob'
  | 'cancelJob'
  | 'reopenJob'
  | 'closeJob'
  | 'notifyLinePassed'
  | 'notifyLineUneconomic'
  | 'notifyLineCancelled'
  | 'recordFault'
  | 'consumePart'
  | 'oweDefectivePart'
  | 'undoPartUse';

/** The ledger after one effect. @throws LawBroken when the unit is not where it must be. */
export function perform(ledger: Ledger, effect: AnyEffect): Ledger {
  const move = (from: Place, to: Place): Ledger => {
    if (ledger.unit !== from) throw new LawBroken(`${effect.type}: unit is at ${ledger.unit}`);
    return { ...ledger, unit: to, hasArrived: true };
  };
  const quarantine = (from: boolean): Ledger => {
    if (ledger.wrongItemInQuarantine !== from) throw new LawBroken(`${effect.type}: quarantine`);
    return { ...ledger, wrongItemInQuarantine: !from };
  };
  const leaving = (): Ledger => quarantine(true);
  switch (effect.type) {
    case 'receiveUnit':
      return move('customer', 'dock');
    case 'quarantineUnit':
      return quarantine(false);
    case 'returnWrongItem':
      return leaving();
    case 'relinkSerial':
      return {
        ...move('customer', 'dock'),
        wrongItemInQuarantine: leaving().wrongItemInQuarantine,
      };
    case 'moveToBench':
      return move('dock', 'bench');
    case 'moveToDock':
      return move('bench', 'dock');
    case 'packUnit':
      return move('dock', 'packed');
    case 'unpackUnit':
      return move('packed', 'dock');
    case 'shipUnit':
      return move('packed', 'way-back');
    case 'deliverUnit':
      return move('way-back', 'customer');
    case 'scrapUnit':
      return move('dock', 'scrap');
    case 'scheduleExpiry':
      return { ...ledger, expiryIsDue: true };
    case 'cancelExpiry':
      return { ...ledger, expiryIsDue: false };
    case 'scheduleAssumedDelivery':
      return { ...ledger, assumedDeliveryIsDue: true };
    case 'cancelAssumedDelivery':
      return { ...ledger, assumedDeliveryIsDue: false };
    default:
      return ignored(effect.type, ledger);
  }
}

function ignored(_type: OtherEffect, ledger: Ledger): Ledger {
  return ledger;
}

/** What a finished return breaks of the law; empty when the customer ends as promised. */
export function lawBreaches(ledger: Ledger, context: RmaLineContext): readonly string[] {
  const { unit, hasArrived, customerAgreedToScrap } = ledger;
  const ends = {
    'own-unit-returned': hasArrived && unit === 'customer',
    'agreed-nothing': unit === 'scrap' && customerAgreedToScrap,
    'never-sent': !hasArrived && unit === 'customer',
  };
  const held = Object.entries(ends).flatMap(([end, isTrue]) => (isTrue ? [end] : []));
  const breaches: string[] = [];
  if (held.length !== 1) breaches.push(`customer ends with ${held.join(' and ') || 'no promise'}`);
  if (held[0] !== context.end) breaches.push(`line says ${context.end}, things say ${held[0]}`);
  if (context.chargeDueMinor !== 0) breaches.push('a charge is pending');
  if (ledger.wrongItemInQuarantine) breaches.push('a wrong item is left in quarantine');
  if (!['customer', 'scrap'].includes(unit)) breaches.push(`the unit is left at ${unit}`);
  if (ledger.expiryIsDue || ledger.assumedDeliveryIsDue) breaches.push('a clock is still due');
  return breaches;
}
