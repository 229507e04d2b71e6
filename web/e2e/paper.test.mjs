// The air view on paper.

import assert from 'node:assert/strict';
import { mapReady, settle } from './browser.mjs';
import { DUST, PHONE, WAIT, on } from './on.mjs';

/** On paper: the map whole and all its parts in one place, the legend, and the panel to its end. */
async function checkPaper(page, panel) {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const rect = (e) => { const { left, top, right, bottom } = e.getBoundingClientRect(); return { left, top, right, bottom }; };
    return {
      box: rect(document.querySelector('.map-box')), canvases: [...document.querySelectorAll('.map canvas')].map(rect),
      names: [...document.querySelectorAll('.names b')].filter((e) => e.offsetWidth > 0).map(rect), main: rect(document.querySelector('main')),
      legend: rect(document.querySelector('[data-testid=legend]')), last: [...document.querySelectorAll('.panel section')].map(rect).at(-1),
    };
  });
  const inside = (a, b, slack = 1) => a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  assert.ok(seen.canvases.length >= 2);
  for (const c of seen.canvases) for (const side of ['left', 'top', 'right', 'bottom']) assert.ok(Math.abs(c[side] - seen.canvases[0][side]) < 1.5, `a canvas lies beside the other: ${JSON.stringify(seen.canvases)}`);
  assert.ok(seen.names.length > 15, `${seen.names.length} names`);
  for (const n of seen.names) assert.ok(inside(n, seen.box, 20), 'a name lies outside of the map');
  assert.ok(inside(seen.legend, seen.main), 'the legend is cut');
  if (panel) assert.ok(seen.last && inside(seen.last, seen.main), `the panel is cut: ${JSON.stringify(seen.last)}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 1, 'pages');
}

for (const layer of ['', '&l=surface', '&l=polar', '&l=index']) {
  on(`the air view prints whole ${layer}`, `#/air?${DUST}${layer}&lang=en`, {}, async (page) => {
    await mapReady(page);
    await page.waitForFunction(() => !document.querySelector('[data-testid=air-working]') && document.querySelectorAll('.names b').length > 15, null, WAIT);
    await settle(page);
    await checkPaper(page, false);
    assert.ok(await page.locator('[data-testid=legend] .note').first().isVisible());
  });
}

on('a station prints with its map and all of its story', `#/air?${DUST}&f=air-stations:101&lang=ko`, {}, async (page) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-part] [data-testid=air-picture]', WAIT);
  await page.waitForSelector('[data-testid=series] svg', WAIT);
  await settle(page);
  await checkPaper(page, true);
  assert.equal(await page.locator('[data-testid=air-analysis]').isVisible(), false, 'controls are not printed');
});

on('an episode prints with its map and all of its evidence', `#/air?${DUST}&lang=ko`, {}, async (page) => {
  await mapReady(page);
  await page.locator('[data-testid=episode-mark][aria-label*="황사"]').first().click();
  await page.waitForSelector('[data-testid=episode] [data-testid=air-picture]', WAIT);
  await settle(page);
  await checkPaper(page, true);
});

on('a dark page is printed light, and is dark again', `#/air?${DUST}&f=air-stations:101&lang=ko&theme=dark`, {}, async (page) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-part] [data-testid=air-picture]', WAIT);
  await page.evaluate(() => {
    window.printed = [];
    window.print = () => window.printed.push([document.documentElement.dataset.theme, document.querySelectorAll('.chart-wait').length]);
  });
  await page.click('[data-testid=print]');
  await page.waitForFunction(() => window.printed.length === 1, null, WAIT);
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark', null, WAIT);
  await page.keyboard.press('Control+p');
  await page.waitForFunction(() => window.printed.length === 2, null, WAIT);
  assert.deepEqual(await page.evaluate(() => window.printed), [['light', 0], ['light', 0]]);
});

/** Mean lightness of the middle of the map as a print takes it, 0 to 255. */
const lightness = (page) => page.evaluate(() => {
  const seen = [...document.querySelectorAll('.map canvas')].find((c) => c.style.visibility !== 'hidden');
  const small = document.createElement('canvas');
  small.width = small.height = 1;
  const paint = small.getContext('2d');
  paint.drawImage(seen, 0, 0, 1, 1);
  return paint.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b, 0) / 3;
});

on('a dark page is light on paper when the browser prints by itself, too', `#/air?${DUST}&f=air-stations:101&lang=ko&theme=dark`, {}, async (page) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-part] .air-picture.paper', { ...WAIT, state: 'attached' });
  await settle(page);
  // In the task of the event: the browser takes the sheet as soon as it has returned.
  const theme = await page.evaluate(() => { window.dispatchEvent(new Event('beforeprint')); return document.documentElement.dataset.theme; });
  assert.equal(theme, 'light');
  assert.ok(await lightness(page) > 180, `the map's lightness is ${await lightness(page)}`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.air-picture.paper').isVisible(), true);
  assert.equal(await page.locator('.air-picture.screen').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark', null, WAIT);
  assert.equal(await page.locator('.map canvas').evaluateAll((all) => all.some((c) => c.style.visibility === 'hidden')), false);
  assert.match(page.url(), /theme=dark/);
});

on('a phone prints the air as a desk does', `#/air?${DUST}&l=surface&lang=ko`, PHONE, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => window.dosi.field(), null, WAIT);
  await settle(page);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('[data-testid=surface-note]').isVisible(), 'the folded legend is printed');
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 1, 'pages');
});

on('a print while the surface is computed names what is on the map, and shows no empty block', `#/air?${DUST}&l=surface&lang=en&f=air-stations:101`, {}, async (page) => {
  await page.route('**/api/air/surface-hours?*', () => {});
  await page.route('**/api/air/polar?*', () => {});
  await page.reload();
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-working]', WAIT);
  await page.waitForSelector('[data-testid=air-part] .chart-wait', WAIT);
  await page.emulateMedia({ media: 'print' });
  assert.doesNotMatch(await page.innerText('.print-head h1'), /Surface/);
  for (const wait of await page.locator('.chart-wait, .skeleton').all()) assert.equal(await wait.isVisible(), false);
});
