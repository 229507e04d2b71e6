// The reader's letters: how large they are set, and whether that (or a small screen) calls for the narrow layout.

/** The styles' own condition: in em, so that large letters on a desk count as a narrow screen. */
const query = typeof matchMedia === 'function' ? matchMedia('(max-width: 47.5em)') : null;

export const narrow = () => query?.matches ?? false;

/** 1 at the browser's usual size, 2 where the reader has set letters twice as large. */
export const textScale = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

/** How wide the panel on the right is, in pixels; as in the styles. */
export const panelWidth = () => Math.min(400 * textScale(), innerWidth * 0.4);
