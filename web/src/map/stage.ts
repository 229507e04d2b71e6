// The stage: owns the map, the deck.gl overlay and the tracks, and draws the store's state on them.

import { MapboxOverlay } from '@deck.gl/mapbox';
import { LngLat, Map as GlMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { pollutant, usualScale, type Scale } from '../colour/scale';
import type { State, Theme } from '../state/address';
import { getBoot, onBoot } from '../state/boot';
import { textScale } from '../state/size';
import { getMoment, getState, langOf, pictureThemeOf, set, subscribe, themeOf } from '../state/store';
import { subjectOf, type Subject } from '../state/subjects';
import type { Frame } from '../air/frames';
import { estimateAt, type Estimate } from '../air/hour';
import { AirLayer } from '../air/layer';
import { HOURS_PER_SECOND } from '../ui/player';
import { number } from '../words/say';
import { Areas } from './areas';
import { areaValues, bubbles, emptyMarks, indexMarks, stations, tagOf, traffic, windArrow, windAt, type Against, type Scene } from './compose';
import { Framing } from './framing';
import { labelPoint, outerRings, type LonLat } from './geo';
import { layersOf, rgba } from './marks';
import { Labels } from './labels';
import { copyCanvases } from './papercopy';
import { Places } from './places';
import { scaleOf } from './scales';
import { besideCircles, stepApart } from './room';
import { NOTHING_SHOWN, sameShown, type Shown, type Wind } from './shown';
import { baseStyle, FILLS, FONT_CSS, PALETTES, recolour, type Fill } from './style';
import type { Track } from './track';
import { Tracks } from './tracks';
import { Usual } from './usual';

setWorkerUrl(workerUrl);

export class Stage {
  readonly map: GlMap;
  shown: Shown = NOTHING_SHOWN;
  readonly places: Places;
  frames = 0;
  /** What counts are compared with; loaded when it is first wanted. */
  usual: Usual | null = null;

  private readonly overlay = new MapboxOverlay({
    interleaved: false, layers: [], useDevicePixels: Math.min(2, devicePixelRatio),
    // Every layer smooths its own edges and lies flat; keeping the picture for later would copy it in each frame.
    deviceProps: { type: 'webgl', webgl: { antialias: false, depth: false, preserveDrawingBuffer: false } },
  });
  private readonly tracks = new Tracks(() => this.want());
  private readonly listeners = new Set<() => void>();
  private readonly onDrawn = new Set<() => void>();
  private readonly undo: (() => void)[] = [];
  private styleKey = '';
  private ready = false;
  private asked = 0;
  /** Seconds for which the film has played: what moves along the roads stands while it does. */
  private clock = 0;
  private lastDrawn = 0;
  private readonly areas: Areas;
  private readonly labels: Labels;
  private readonly air: AirLayer;
  private readonly framing: Framing;
  hovered: string | null = null;
  /** Where the wind's arrow stands, aside of its station where that is crowded. */
  windStands: LonLat | null = null;

  /** @param shift seconds by which this map's time is later than the page's */
  constructor(container: HTMLElement, private readonly shift: () => number = () => 0) {
    const s = getState();
    const centre = getBoot().city?.centre ?? [126.978, 37.5665];
    this.map = new GlMap({
      container, style: baseStyle(themeOf(s), langOf(s)), localIdeographFontFamily: FONT_CSS, attributionControl: false,
      ...(s.camera ? { center: [s.camera.lon, s.camera.lat], zoom: s.camera.zoom } : { center: centre as LonLat, zoom: 10.4 }),
      minZoom: 8.2, maxZoom: 17.5, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
      renderWorldCopies: false, keyboard: false,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(this.overlay);
    this.styleKey = this.keyOfStyle();
    this.map.on('load', () => {
      this.ready = true;
      this.fillSources();
      this.want();
    });
    this.map.on('moveend', (e) => {
      const c = this.map.getCenter();
      if (('originalEvent' in e && e.originalEvent) || (e as { dosi?: boolean }).dosi) set({ camera: { lon: c.lng, lat: c.lat, zoom: this.map.getZoom() } });
      this.want();
    });
    this.map.on('zoom', () => this.want());
    this.undo.push(subscribe(() => {
      this.framing.follow();
      this.want();
    }), onBoot(() => this.want()));
    this.places = new Places((c) => {
      if (c === this.places.outline() && !getState().camera) this.wholeCity(0);
      this.fillSources();
      this.want();
    });
    this.framing = new Framing(this.map, this.places);
    this.areas = new Areas(this.map, this.places);
    this.labels = new Labels(this.map, this.places);
    this.air = new AirLayer(this.map, () => outerRings(this.shapes['gu']), () => this.want());
    this.places.load();
  }

  /** The instant of this map's cursor. */
  time(): number {
    return getState().time + this.shift();
  }

  get shapes() { return this.places.shapes; }
  get points() { return this.places.points; }
  /** What a surface says of a place in the city. */
  estimateAt(frame: Frame, lon: number, lat: number): Estimate | null {
    return estimateAt(frame, lon, lat, outerRings(this.shapes['gu']));
  }

  get matches() { return this.places.matches; }

  destroy(): void {
    for (const u of this.undo) u();
    cancelAnimationFrame(this.asked);
    this.map.remove();
  }

  /** Shows all of the city, beside what lies over the map. */
  wholeCity(duration: number): void {
    this.framing.whole(duration);
  }

  /** Hears of every drawn frame. */
  onFrame(l: () => void): () => void {
    this.onDrawn.add(l);
    return () => void this.onDrawn.delete(l);
  }

  onChange(l: () => void): () => void {
    this.listeners.add(l);
    return () => void this.listeners.delete(l);
  }

  reload(): void {
    this.places.load();
    this.want();
  }

  private fillSources(): void {
    if (!this.ready) return;
    const put = (id: string, data: GeoJSON.FeatureCollection) => (this.map.getSource(id) as GeoJSONSource | undefined)?.setData(data);
    for (const c of ['gu', 'dong', 'commercial-areas', 'links'] as const) if (this.shapes[c]) put(c, this.shapes[c].geo);
    const labels: GeoJSON.Feature[] = [];
    for (const c of ['gu', 'dong'] as const) {
      for (const { feature, at } of this.points[c] ?? []) {
        labels.push({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { ...this.shapes[c]?.byId.get(feature)?.properties, fid: feature, kind: c } });
      }
    }
    put('labels', { type: 'FeatureCollection', features: labels });
    this.areas.forget();
    this.labels.forget();
    this.air.forget();
  }

  private keyOfStyle(): string {
    return `${themeOf(getState())} ${langOf(getState())}`;
  }

  /** Asks for a drawing in the next frame. */
  want(): void {
    if (!this.asked) this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  /**
   * Draws the state before it returns, as paper has it: without what the pointer points at. A browser that prints waits for
   * no frame. Returns what ends it.
   */
  drawForPaper(): () => void {
    this.hovered = null;
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    this.draw();
    this.map.redraw();
    // The overlay has no such call of its own; without it the marks would keep the colours of the screen.
    (this.overlay as unknown as { _deck?: { animationLoop?: { redraw: () => void } } })._deck?.animationLoop?.redraw();
    return copyCanvases(this.map.getContainer());
  }

  /** A track that is being drawn, by its property. */
  trackOf(property: string): Track | null {
    return this.tracks.drawn(property);
  }

  private draw(): void {
    const s = getState();
    const boot = getBoot();
    if (s.view === 'data') return;
    if (this.ready && this.keyOfStyle() !== this.styleKey && this.styleKey.endsWith(langOf(s))) {
      this.styleKey = this.keyOfStyle();
      recolour(this.map, baseStyle(themeOf(s), langOf(s)));
    } else if (this.ready && this.keyOfStyle() !== this.styleKey) {
      this.styleKey = this.keyOfStyle();
      this.map.setStyle(baseStyle(themeOf(s), langOf(s)), { diff: false });
      this.ready = false;
      void this.map.once('style.load', () => {
        this.ready = true;
        this.fillSources();
        this.want();
      });
    }
    if (!this.ready || boot.state !== 'ready') return;
    const { playing, drawn } = getMoment();
    const t = (playing ? drawn : s.time) + this.shift();
    const theme = themeOf(s);
    const wall = performance.now() / 1000;
    if (playing && !matchMedia('(prefers-reduced-motion: reduce)').matches) this.clock += Math.min(0.1, wall - this.lastDrawn);
    this.lastDrawn = wall;
    const scene: Scene = { theme, lang: langOf(s), zoom: this.map.getZoom(), t, letters: textScale() };
    const subject = subjectOf(s, boot.properties);
    const marks = emptyMarks(theme);
    marks.ring = this.ringAt(s.feature);
    const main = subject ? this.tracks.of(subject.property.id, subject.collection, subject) : null;
    main?.update(t, playing);
    const scale = main ? scaleOf(main.property, theme, () => [...main.drawn.values()], subject!.collection ?? '') : null;

    // Before the marks: those of the index are the layer's own.
    this.layAir(s, main, scale, scene, playing);
    let tint: Shown['tint'] = null;
    let fill: Fill | null = null;
    let against: Against = null;
    if (s.view === 'city') {
      const air = main && pollutant(main.property.id) ? main : this.tracks.tint();
      const counted = main && !pollutant(main.property.id) ? main : this.tracks.of('traffic_volume', null);
      if (air && air !== main) air.update(t, playing);
      if (counted && counted !== main) counted.update(t, playing);
      const airScale = air && scaleOf(air.property, theme, () => []);
      if (air && airScale) {
        tint = { track: air, scale: airScale };
        if (air === main) {
          fill = 'gu';
          this.areas.paint('gu', air, airScale, theme === 'dark' ? 0.3 : 0.26, scene);
        }
        stations(marks, air, airScale, (this.points['air-stations'] ?? []).filter((q) => air.drawn.has(q.feature)), scene, 7);
        marks.texts = [];
      }
      const roadScale = counted && scaleOf(counted.property, theme, () => []);
      against = this.against(s, t, counted, theme);
      if (counted && roadScale) traffic(marks, counted, roadScale, this.places.roads, this.points['traffic-points'] ?? [], scene, scene.zoom > 12.2, against);
    } else if (main && scale && subject) {
      against = s.view === 'traffic' ? this.against(s, t, main, theme) : null;
      fill = this.drawSubject(s, main, scale, marks, scene, subject, against);
    }
    if (!fill) this.areas.paint(null, null, null, 0, scene);
    const wind = s.view === 'city' || s.view === 'air' ? this.wind(t, playing, marks, scene) : null;
    const pointSet = this.pointCollection(s, main);
    const inDistricts = (k: Track) => [...k.drawn.keys(), ...k.flaggedAt(t).keys()].some((f) => f.startsWith('gu:'));
    const air = tint ?? (s.view === 'air' && main && scale ? { track: main, scale } : null);
    // On the map of the index the districts' values, which are of one pollutant, would be read as indices.
    const under = air && !(s.view === 'air' && s.layer === 'index') && inDistricts(air.track) ? air : null;
    const flaggedNow = under?.track.flaggedAt(t);
    this.labels.draw(s.view, pointSet, scene, marks, this.air.obstacles(), under && ((f) => tagOf(f, under.track, under.scale, scene, flaggedNow!)));
    this.areas.outline(this.hovered, s.feature);
    marks.roads.clock = this.clock % 3600;
    this.overlay.setProps({ layers: layersOf(marks) });
    this.frames++;
    for (const l of this.onDrawn) l();
    this.tell({ subject, scale, state: main?.state ?? 'empty', wind, windStation: this.points['weather-stations']?.[0]?.feature ?? null, tint, track: main,
      flagged: !playing && [main, tint?.track].some((k) => (k?.flaggedAt(t).size ?? 0) > 0), edition: main?.edition ?? 0, against: against !== null, air: this.air.told });
  }

  /** What is worked out for the stations that measure. */
  private layAir(s: State, main: Track | null, scale: Scale | null, scene: Scene, playing: boolean): void {
    // Directions and places are of a year; while the film plays they stay as they are.
    if (s.view === 'air' && playing && (s.layer === 'polar' || s.layer === 'sources')) return;
    if (s.view !== 'air' || !s.layer || !main || !scale || !pollutant(main.property.id)) {
      this.air.update(null);
      return;
    }
    const collection = (this.points['air-stations'] ?? []).some((q) => main.drawn.has(q.feature)) ? 'air-stations' : 'gu';
    const stations = (this.points[collection] ?? []).filter((q) => main.drawn.has(q.feature) || main.flaggedAt(scene.t).has(q.feature));
    this.air.update({ kind: s.layer, property: main.property.id, time: s.time, scale, theme: pictureThemeOf(s), ink: PALETTES[scene.theme].ink, lang: scene.lang, stations, playing, hoursPerSecond: HOURS_PER_SECOND * s.speed,
      unit: main.property.unit, label: (v, more) => number(scene.lang, v, main.property.unit, more) });
  }

  /** What is usual, where the reader wants to compare and the property is a count on roads. */
  private against(s: State, t: number, counted: Track | null, theme: Theme): Against {
    if (s.against !== 'usual' || counted?.property.id !== 'traffic_volume') return null;
    this.usual ??= new Usual('traffic_volume', () => this.want());
    this.usual.update(t);
    return { now: this.usual.now, scale: usualScale(theme === 'dark') };
  }

  private drawSubject(s: State, main: Track, scale: Scale, marks: ReturnType<typeof emptyMarks>, scene: Scene, subject: Subject, against: Against): Fill | null {
    switch (s.view) {
      case 'air': {
        const live = (id: string) => main.drawn.has(id) || main.flaggedAt(scene.t).has(id);
        const byGu = (this.points['gu'] ?? []).some((q) => live(q.feature));
        if (s.layer === 'index') {
          indexMarks(marks, this.air.told?.kind === 'index' ? this.air.told.frame : null, scene);
          stepApart(this.map, marks);
          return null;
        }
        if (byGu && !s.layer) this.areas.paint('gu', main, scale, scene.theme === 'dark' ? 0.68 : 0.58, scene);
        // A polar plot stands where the circle would.
        if (s.layer !== 'polar') stations(marks, main, scale, (this.points['air-stations'] ?? []).filter((q) => live(q.feature) || !byGu), scene, s.layer === 'sources' ? 5 : 14);
        if (s.layer !== 'sources') stepApart(this.map, marks);
        // Among the places of sources the stations are dots: their numbers are of one hour, the places of a year.
        if (s.layer === 'sources') {
          marks.texts = [];
          for (const disc of marks.discs) disc.fill = rgba(PALETTES[scene.theme].missing);
        }
        // Where neither districts nor stations have a value, the city as a whole may: one circle in its middle.
        const middle = getBoot().city?.centre;
        if (!byGu && middle && live('city:seoul') && ![...main.drawn.keys()].some((k) => k.startsWith('air-stations'))) {
          marks.discs = [];
          stations(marks, main, scale, [{ feature: 'city:seoul', at: middle, bearing: 0 }], scene, 24);
        }
        return byGu && !s.layer ? 'gu' : null;
      }
      case 'traffic':
        if (main.property.collections.includes('subway-stations')) bubbles(marks, main, scale, this.points['subway-stations'] ?? [], scene);
        else traffic(marks, main, scale, this.places.roads, this.points['traffic-points'] ?? [], scene, true, against);
        return null;
      case 'noise':
        stations(marks, main, scale, this.points['noise-sites'] ?? [], scene, 18);
        return null;
      case 'place': {
        const fill = subject.collection as Fill;
        this.areas.paint(fill, main, scale, scene.theme === 'dark' ? 0.85 : 0.8, scene);
        if (scale.kind === 'category' && scene.zoom > 11.8 && fill === 'dong') {
          areaValues(marks, main, scale, this.points['dong'] ?? [], scene);
          for (const text of marks.texts) text.dy = scene.zoom > 12.5 ? 13 : 0;
        }
        return fill;
      }
      default: return null;
    }
  }

  private pointCollection(s: State, main: Track | null): string | null {
    if (s.view === 'traffic') return main?.property.collections.find((c) => c === 'traffic-points' || c === 'subway-stations') ?? null;
    if (s.view === 'noise') return 'noise-sites';
    return s.view === 'air' && main && [...main.drawn.keys()].some((k) => k.startsWith('air-stations')) ? 'air-stations' : null;
  }

  /** Where the view's points all lie outside of what is seen: the one nearest to the middle. */
  nearestOutside(): { feature: string; collection: string; centre: LonLat; metres: number } | null {
    const s = getState();
    const track = this.shown.track;
    const collection = track && (s.view === 'noise' || s.view === 'traffic') ? this.pointCollection(s, track) : null;
    const points = collection ? (this.points[collection] ?? []).filter((q) => track!.drawn.has(q.feature)) : [];
    const seen = this.map.getBounds();
    if (points.length === 0 || points.some((q) => seen.contains(q.at))) return null;
    const middle = this.map.getCenter();
    const far = points.map((q) => ({ q, metres: middle.distanceTo(LngLat.convert(q.at)) }));
    const { q, metres } = far.reduce((a, b) => (b.metres < a.metres ? b : a));
    return { feature: q.feature, collection: collection!, centre: q.at, metres };
  }

  private wind(t: number, playing: boolean, marks: ReturnType<typeof emptyMarks>, scene: Scene): Wind | null {
    const station = this.points['weather-stations']?.[0];
    const direction = this.tracks.of('wind_direction', 'weather-stations');
    const speed = this.tracks.of('wind_speed', 'weather-stations');
    if (!station) return null;
    // Directions are never drawn between two hours: halfway from 350° to 10° is not 180°.
    const hour = Math.floor(t / 3600) * 3600;
    for (const track of [direction, speed]) track?.update(hour, playing);
    const wind = windAt(direction, speed, station.feature, hour);
    // The directions and places are of a year, and the wind of the hour says nothing of them.
    const { view, layer } = getState();
    this.windStands = null;
    if (wind && !(view === 'air' && (layer === 'polar' || layer === 'sources'))) {
      this.windStands = view === 'air' ? besideCircles(this.map, station.at, marks.discs) : station.at;
      windArrow(marks, wind, this.windStands, scene);
    }
    return wind;
  }

  private ringAt(feature: string | null): LonLat | null {
    if (!feature) return null;
    const source = feature.split(':')[0]!;
    if (FILLS.includes(source as Fill)) return null;
    const f = this.shapes[source]?.byId.get(feature);
    return f ? labelPoint(f.geometry) : null;
  }

  private tell(next: Shown): void {
    if (sameShown(this.shown, next)) return;
    this.shown = next;
    for (const l of this.listeners) l();
  }
}
