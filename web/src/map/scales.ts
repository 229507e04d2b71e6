// The scale a property is drawn with. Quantile steps are taken once from the property's own values and then
// kept, so that a colour means the same while the film plays.

import { caiScale, categoryScale, niceScale, noiseScale, quantileScale, ramp, volumeScale, type Scale } from '../colour/scale';
import type { Property } from '../api/types';
import type { Theme } from '../state/address';

const kept = new Map<string, Scale>();

export function scaleOf(property: Property, theme: Theme, values: () => number[], group = ''): Scale | null {
  const dark = theme === 'dark';
  const fixed = caiScale(property.id)
    ?? (property.categories?.length ? categoryScale(property.categories) : null)
    ?? (/dB/i.test(property.unit) ? noiseScale() : null)
    ?? (property.id === 'traffic_volume' ? volumeScale(dark) : null);
  if (fixed) return fixed;
  const key = `${property.id} ${theme} ${group}`;
  let scale = kept.get(key);
  if (!scale) {
    const list = values();
    if (list.length === 0) return null;
    const spread = list.length >= 20;
    scale = spread ? quantileScale(list, 7, ramp(property.collections.includes('subway-stations') ? 'batlow' : 'cividis', dark)) : niceScale(list, ramp('batlow', dark));
    kept.set(key, scale);
  }
  return scale;
}
