import { api } from '../api/client';
import type { Found } from '../api/types';
import { getBoot } from '../state/boot';
import type { State } from '../state/address';
import { subjectOf } from '../state/subjects';
import { floorTo, isoUtc } from '../time/steps';

/** What the server has a value for, good or flagged, of the view's property at the cursor; nothing where it cannot say. */
export async function measuredAt(s: State, signal: AbortSignal): Promise<Set<string>> {
  const subject = subjectOf(s, getBoot().properties);
  if (!subject) return new Set();
  const { values } = await api.values(subject.property.id, isoUtc(floorTo(subject.step, s.time)), subject.collection ?? undefined, signal);
  return new Set(values.filter((v) => v.value !== null).map((v) => v.feature));
}

/**
 * Of things of one name, those with a value at the time shown first, then the measuring stations: a district may have
 * nothing where the station of its name has. The order of different names is the search's.
 */
export function measuredFirst(list: Found[], measured: ReadonlySet<string>): Found[] {
  const rank = (f: Found) => (measured.has(f.feature) ? 0 : 2) + (f.collection === 'air-stations' ? 0 : 1);
  const first = (f: Found) => list.findIndex((g) => g.name.ko === f.name.ko);
  return [...list].sort((a, b) => first(a) - first(b) || rank(a) - rank(b));
}
