// Sequential tables, eleven stops each, read off the published maps and interpolated between:
// cividis (Nuñez, Anderton and Renslow 2018, CC0) and batlow (Crameri 2018, MIT).
// Both rise evenly in lightness and keep their order for colour-blind readers.

export type Rgb = [number, number, number];

export const CIVIDIS: Rgb[] = [
  [0, 34, 78], [8, 51, 112], [53, 69, 108], [79, 87, 108], [102, 105, 112], [125, 124, 120],
  [148, 142, 119], [174, 163, 113], [200, 184, 102], [229, 207, 82], [254, 232, 56],
];

export const BATLOW: Rgb[] = [
  [1, 25, 89], [14, 55, 95], [27, 82, 98], [60, 105, 88], [104, 123, 62], [157, 137, 44],
  [210, 147, 67], [241, 157, 107], [253, 172, 157], [252, 190, 208], [250, 204, 250],
];

/** Okabe and Ito (2008), for categories. */
export const OKABE_ITO = {
  orange: '#e69f00', sky: '#56b4e9', green: '#009e73', yellow: '#f0e442',
  blue: '#0072b2', vermilion: '#d55e00', purple: '#cc79a7',
} as const;

/** The colour at a share from 0 to 1. */
export function along(table: Rgb[], share: number): Rgb {
  const x = Math.min(1, Math.max(0, share)) * (table.length - 1);
  const i = Math.min(table.length - 2, Math.floor(x));
  const f = x - i;
  const a = table[i]!;
  const b = table[i + 1]!;
  return [0, 1, 2].map((k) => Math.round(a[k]! + (b[k]! - a[k]!) * f)) as Rgb;
}

export function hex(c: Rgb): string {
  return '#' + c.map((v) => v.toString(16).padStart(2, '0')).join('');
}

export function rgb(text: string): Rgb {
  const n = parseInt(text.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}
