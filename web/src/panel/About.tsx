import type { Feature } from '../api/types';
import { useSay } from '../words/say';

const HIDDEN = new Set(['name_ko', 'name_en', 'id', 'fid', 'gu', 'geometry', 'direction', 'point']);

/** What the publisher says of the feature, in the publisher's own words. */
export function About({ feature }: { feature: Feature }) {
  const say = useSay();
  const rows = Object.entries(feature.attributes ?? {}).filter(([k, v]) => !HIDDEN.has(k) && v !== null && v !== '' && typeof v !== 'object');
  const at = feature.centre;
  if (rows.length === 0 && !at) return null;
  return (
    <section className="about">
      <h3>{say('about')}</h3>
      <dl className="facts">
        {rows.slice(0, 12).map(([k, v]) => <div key={k}><dt>{k.replace(/_/g, ' ')}</dt><dd>{String(v)}</dd></div>)}
        {at && <div><dt>lon, lat</dt><dd>{at[0].toFixed(4)}, {at[1].toFixed(4)}</dd></div>}
      </dl>
    </section>
  );
}
