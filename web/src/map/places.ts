// Where things are: the shapes of every collection, the points for marks, and which road carries which count.

import { api } from '../api/client';
import { getBoot } from '../state/boot';
import type { Match } from '../api/types';
import { pointsOf, type PointAt } from './compose';
import { fitDistricts } from './dissolve';
import { bearingNear, bounds, labelPoint, loadShapes, type LonLat, type Shapes } from './geo';
import { NO_ROADS, type Line, type Roads } from './roads';

/** What is drawn on the map; a city has some of them. */
const COLLECTIONS = ['gu', 'dong', 'links', 'air-stations', 'weather-stations', 'noise-sites', 'traffic-points', 'subway-stations', 'commercial-areas'] as const;

/** Without these the map is not yet itself; the rest may come after. */
const FIRST: string[] = ['gu', 'dong', 'links', 'traffic-points', 'air-stations'];

export class Places {
  readonly shapes: Record<string, Shapes> = {};
  readonly points: Record<string, PointAt[]> = {};
  matches: Match[] = [];
  roads: Roads = NO_ROADS;

  /** `onShapes` hears of each collection as it comes; the districts come first. */
  constructor(private readonly onShapes: (collection: string) => void) {}

  /** Only what the server has is asked for. */
  private wanted(): (typeof COLLECTIONS)[number][] {
    const known = getBoot().collections;
    return COLLECTIONS.filter((c) => known.includes(c));
  }

  /** Whether all that the first picture is made of has come, as far as the server has it. */
  complete(): boolean {
    return getBoot().state === 'ready' && this.wanted().every((c) => this.shapes[c] || !FIRST.includes(c));
  }

  load(): void {
    for (const c of this.wanted()) {
      if (this.shapes[c]) continue;
      void loadShapes(c).then((shapes) => {
        this.shapes[c] = shapes;
        if (c === 'gu' || c === 'dong') this.fit();
        if (c === 'links' || c === 'traffic-points') this.match();
        else if (c !== 'gu') this.points[c] = pointsOf(shapes);
        this.onShapes(c);
      }, () => {});
    }
    void api.matches().then((m) => {
      this.matches = m;
      this.match();
      this.onShapes('matches');
    }, () => {});
  }

  /** The box of the districts; of a city without them, of its air stations. */
  bounds(): [number, number, number, number] | null {
    const city = this.shapes[this.outline()];
    return city ? bounds(city.geo) : null;
  }

  /** What the whole city is seen by. */
  outline(): 'gu' | 'air-stations' {
    return getBoot().collections.includes('gu') ? 'gu' : 'air-stations';
  }

  private fit(): void {
    const gu = this.shapes['gu'];
    const dong = this.shapes['dong'];
    if (!gu) return;
    if (dong) {
      const features = fitDistricts(gu.geo.features, dong.geo.features);
      this.shapes['gu'] = { ...gu, geo: { ...gu.geo, features } };
    }
    this.points['gu'] = this.shapes['gu']!.geo.features.flatMap((f) => {
      const at = labelPoint(f.geometry);
      return at ? [{ feature: String(f.properties!['fid']), at, bearing: 0 }] : [];
    });
  }

  /** Ties counting points to roads, for the colour of the one and the bearing of the other. */
  private match(): void {
    const links = this.shapes['links'];
    const points = this.shapes['traffic-points'];
    if (!points) return;
    const linkOf = new Map(this.matches.map((m) => [m.feature, m]));
    const features: string[] = [];
    const lines: Line[] = [];
    const bearings = new Map<string, number>();
    const wayOf = (link: string | undefined) => {
      const way = links?.byId.get(link ?? '')?.geometry;
      return way?.type === 'LineString' ? (way.coordinates as LonLat[]) : null;
    };
    for (const id of points.ids) {
      const match = linkOf.get(id);
      const slot = features.push(id) - 1;
      for (const { link } of match?.reach ?? []) {
        const path = wayOf(link);
        if (path) lines.push({ slot, path, reach: true });
      }
      const path = wayOf(match?.link);
      if (!path) continue;
      lines.push({ slot, path, reach: false });
      bearings.set(id, bearingNear(path, labelPoint(points.byId.get(id)!.geometry)!));
    }
    // Counted stretches lie over those that they reach.
    lines.sort((a, b) => Number(b.reach) - Number(a.reach));
    this.roads = { features, lines };
    this.points['traffic-points'] = points.ids.map((id) => {
      const at = labelPoint(points.byId.get(id)!.geometry)!;
      const out = id.endsWith('/out');
      const twin = bearings.get(out ? id.replace(/\/out$/, '/in') : id.replace(/\/in$/, '/out'));
      const own = bearings.get(id);
      // Two directions that were matched to roads of nearly one bearing would lie on one another: turn the second.
      const clash = own !== undefined && twin !== undefined && Math.cos(((own - twin) * Math.PI) / 180) > 0;
      const bearing = (clash && out ? twin! + 180 : own) ?? (twin === undefined ? (out ? 180 : 0) : twin + 180);
      return { feature: id, at, bearing };
    });
  }
}
