import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../src/styles/panel.css', import.meta.url), 'utf8');

/** Declarations of all rules whose selector is this. */
const rules = (selector: string) => css.split('}').map((r) => r.split('{')).filter((r) => r.at(-2)?.replace(/\/\*.*?\*\//gs, '').trim() === selector).map((r) => r.at(-1)!);

describe('the head of a panel', () => {
  it('sticks to the very top of a panel without a grip, so that it covers no line of it', () => {
    const tops = rules('.panel > header').flatMap((r) => [...r.matchAll(/\btop: ([^;]+);/g)].map((m) => m[1]));
    expect(tops).toEqual(['0']);
  });

  it('stands below the grip, where there is one', () => {
    const height = /\bheight: (\d+px)/.exec(rules('.panel .grip').at(-1)!)![1];
    expect(rules('.panel > .grip + header')).toEqual([expect.stringContaining(`top: ${height};`)]);
  });
});
