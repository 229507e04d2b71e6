// What changes in every frame of a film, drawn so that a frame costs little: the shapes lie in the graphics card once,
// as one mesh, and a moment sends one small texture that says how each of them looks. deck.gl's own layers send every
// segment's colour and width each frame, place them with 64-bit arithmetic and draw them as small instances; for the
// roads of the demo that took eight times as long (docs/benchmarks.md).

import { Layer, project32, type UpdateParameters, type WebMercatorViewport } from '@deck.gl/core';
import type { Texture } from '@luma.gl/core';
import { Geometry, Model } from '@luma.gl/engine';
import type { LonLat } from './geo';
import type { Rgba } from './marks';

/** Numbers that say how a shape looks, in two texels: red, green and blue (0 to 1), 1 where it has no value, two sizes in pixels, how far apart what moves along it is in pixels (0: nothing moves), one unused. */
export const LOOK = 8;

/** Four vertices and two triangles a piece. */
export interface Mesh {
  /** Where the places are counted from, in the flat units of the map's projection at zoom 0: single precision holds only what is near. */
  origin: [number, number];
  /** Four numbers a vertex: where its piece is. */
  places: Float32Array;
  /** Four numbers a vertex: the row of its look, what kind of piece, and which corner (along and across; negative or positive). The one along is 1 more than how far from the beginning of its line the piece begins, in flat units. */
  kinds: Float32Array;
  indices: Uint32Array;
}

const CORNERS = [[-1, -1], [1, -1], [-1, 1], [1, 1]] as const;
const TRIANGLES = [0, 1, 2, 2, 1, 3];

/** `place` is written for each piece in turn; `slot` is the row of its look. */
export function meshOf(origin: [number, number], pieces: { slot: number; kind: number; place: [number, number, number, number]; start?: number }[]): Mesh {
  const places = new Float32Array(pieces.length * 16);
  const kinds = new Float32Array(pieces.length * 16);
  const indices = new Uint32Array(pieces.length * 6);
  pieces.forEach(({ slot, kind, place, start = 0 }, i) => {
    CORNERS.forEach(([along, across], c) => {
      places.set(place, (i * 4 + c) * 4);
      kinds.set([slot, kind, along * (1 + start), across], (i * 4 + c) * 4);
    });
    indices.set(TRIANGLES.map((c) => i * 4 + c), i * 6);
  });
  return { origin, places, kinds, indices };
}

/** How far, in pixels, a simplified line may lie from the true one. */
const TOLERANCE = 0.35;

const uniforms = `\
layout(std140) uniform filmUniforms {
  vec2 origin;
  vec2 size;
  vec4 ground;
  float scale;
  float ratio;
  float pass;
  float clock;
} film;
`;

const filmModule = {
  name: 'film', vs: uniforms, fs: uniforms,
  uniformTypes: { origin: 'vec2<f32>', size: 'vec2<f32>', ground: 'vec4<f32>', scale: 'f32', ratio: 'f32', pass: 'f32', clock: 'f32' },
} as const;

export interface FilmProps<T> {
  shapes: T;
  look: Float32Array;
  /** The colour behind a shape: of its halo, or of its inside where it has no value. */
  ground: Rgba;
  /** Seconds of what moves along the shapes; 0 as usual. */
  clock?: number;
}

export type Flat = (p: LonLat) => [number, number];

export abstract class FilmLayer<T> extends Layer<FilmProps<T>> {
  static override layerName = 'FilmLayer';

  declare state: { meshes: { upTo: number; model: Model; origin: [number, number] }[]; texture: Texture | null; anyEmpty: boolean };

  protected abstract readonly shaders: { vs: string; fs: string };
  protected abstract mesh(shapes: T, flat: Flat, tolerance: number): Mesh;
  /** Up to which zoom each mesh is drawn: seen from far, a shape needs fewer pieces. */
  protected readonly levels: number[] = [Infinity];
  /** What is drawn, in turn: all shapes (0), then the insides of those without a value (1). */
  protected abstract passes(anyEmpty: boolean): number[];

  override initializeState(): void {
    this.setState({ meshes: [], texture: null, anyEmpty: false });
  }

  /** deck.gl sets the values that all layers share on these. */
  override getModels(): Model[] {
    return this.state?.meshes.map((m) => m.model) ?? [];
  }

  override updateState({ props, oldProps }: UpdateParameters<this>): void {
    const laid = props.shapes !== oldProps.shapes;
    if (laid) this.lay(props.shapes);
    if (laid || props.look !== oldProps.look) this.paint(props.look);
  }

  override finalizeState(context: Parameters<Layer['finalizeState']>[0]): void {
    super.finalizeState(context);
    this.clear();
  }

  private clear(): void {
    for (const { model } of this.state.meshes) model.destroy();
    this.state.texture?.destroy();
    this.setState({ meshes: [], texture: null });
  }

  private lay(shapes: T): void {
    this.clear();
    const { device, viewport } = this.context;
    const flat: Flat = (p) => (viewport as WebMercatorViewport).projectFlat(p) as [number, number];
    const cut = this.levels.map((upTo) => ({ upTo, mesh: this.mesh(shapes, flat, TOLERANCE / 2 ** upTo) })).filter(({ mesh }) => mesh.indices.length > 0);
    if (cut.length === 0) return;
    let slots = 0;
    for (let i = 0; i < cut[0]!.mesh.kinds.length; i += 4) slots = Math.max(slots, cut[0]!.mesh.kinds[i]! + 1);
    const texture = device.createTexture({ width: LOOK / 4, height: slots, format: 'rgba32float', sampler: { minFilter: 'nearest', magFilter: 'nearest' } });
    const meshes = cut.map(({ upTo, mesh: { origin, places, kinds, indices } }) => ({
      upTo, origin,
      model: new Model(device, {
        ...this.getShaders({ ...this.shaders, modules: [project32, filmModule] }), id: `${this.props.id}-${upTo}`, bindings: { look: texture },
        geometry: new Geometry({ topology: 'triangle-list', indices, attributes: { places: { size: 4, value: places }, kinds: { size: 4, value: kinds } } }),
      }),
    }));
    this.setState({ meshes, texture });
  }

  private paint(look: Float32Array): void {
    const { texture } = this.state;
    // Between two lists the look may still be the old one's; the next frame brings the right one.
    if (!texture || look.length < texture.height * LOOK) return;
    texture.writeData(look.length === texture.height * LOOK ? look : look.subarray(0, texture.height * LOOK));
    let anyEmpty = false;
    for (let i = 3; i < look.length; i += LOOK) anyEmpty ||= look[i]! > 0;
    this.setState({ anyEmpty });
  }

  override draw(): void {
    const { meshes, anyEmpty } = this.state;
    // The map is never turned or tilted: a place on the screen is a shift and a scale, which are worked out here in double precision.
    const { center, scale, width, height, zoom } = this.context.viewport as WebMercatorViewport;
    const level = meshes.find(({ upTo }) => zoom <= upTo);
    if (!level) return;
    const { model, origin } = level;
    const [r, g, b] = this.props.ground;
    const film = {
      origin: [(origin[0] - center[0]!) * scale, (origin[1] - center[1]!) * scale], size: [width, height],
      ground: [r / 255, g / 255, b / 255, 1], scale, ratio: this.context.device.getDefaultCanvasContext().cssToDeviceRatio(), clock: this.props.clock ?? 0,
    };
    for (const pass of this.passes(anyEmpty)) {
      model.shaderInputs.setProps({ film: { ...film, pass } });
      model.draw(this.context.renderPass);
    }
  }
}
