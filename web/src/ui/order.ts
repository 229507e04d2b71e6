import type { Found } from '../api/types';
import type { Stage } from '../map/stage';

/**
 * Of things of one name, those with a value at the time shown first, then the measuring stations: a district may have
 * nothing where the station of its name has. The order of different names is the search's.
 */
export function measuredFirst(list: Found[], stage: Pick<Stage, 'shown'> | null): Found[] {
  const values = stage?.shown.track?.drawn;
  const rank = (f: Found) => (values?.has(f.feature) ? 0 : 2) + (f.collection === 'air-stations' ? 0 : 1);
  const first = (f: Found) => list.findIndex((g) => g.name.ko === f.name.ko);
  return [...list].sort((a, b) => first(a) - first(b) || rank(a) - rank(b));
}
