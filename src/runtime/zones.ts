import * as z from 'zod/mini';
import { eraCalendar, zoneCalendar, type Calendar, type ZoneEra } from '../core/activity/calendar.ts';
import { StoreBusy } from '../store/errors.ts';
import type { Store } from '../store/store.ts';

const ERAS = z.array(z.object({ from: z.number(), zone: z.string() }));

/**
 * The calendar of a record: which zone held when. A journey begins a new era at `now`, so that days of the past stay as they
 * were. Writes that era into the store.
 */
export function calendarOf(store: Pick<Store, 'getMeta' | 'setMeta'>, zone: string, now: number): Calendar {
  const eras = readEras(store.getMeta('zones'));
  if (eras.at(-1)?.zone === zone) return eraCalendar(eras);
  eras.push({ from: now, zone });
  try {
    store.setMeta('zones', JSON.stringify(eras));
  } catch (error) {
    // Another window is writing. The next one to open the record finds the same new zone.
    if (!(error instanceof StoreBusy)) throw error;
  }
  return eraCalendar(eras);
}

function readEras(json: string | null): ZoneEra[] {
  if (json === null) return [];
  try {
    return ERAS.parse(JSON.parse(json)).filter(era => isZone(era.zone));
  } catch {
    // Without its zones the record is read in the zone of now.
    return [];
  }
}

function isZone(name: string): boolean {
  try {
    zoneCalendar(name);
    return true;
  } catch {
    return false;
  }
}
