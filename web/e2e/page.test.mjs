// The frame of the page: time, map, search, language, address, keyboard, catalogue.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASE, mapReady, settle } from './browser.mjs';
import { PHONE, T, WAIT, clock, on } from './on.mjs';

on('plays, pauses and writes the time into the address', `#/traffic?${T}`, {}, async (page) => {
  await mapReady(page);
  const from = await clock(page);
  await page.click('[data-testid=play]');
  await page.waitForFunction((t) => document.querySelector('[data-testid=clock]').textContent !== t, from, WAIT);
  const frames = await page.evaluate(() => window.dosi.frames());
  await page.waitForFunction((n) => window.dosi.frames() > n + 5, frames, WAIT);
  console.log(`    frames per second: ${await page.evaluate(() => window.dosi.fps())}`);
  await page.keyboard.press('Space');
  // The button had the focus, so Space pressed it: the film stands still.
  await page.waitForFunction(() => document.querySelector('[data-testid=play]').getAttribute('aria-pressed') === 'false', null, WAIT);
  const at = await clock(page);
  await settle(page, 800);
  assert.equal(await clock(page), at);
  assert.match(page.url(), new RegExp(`t=${at.slice(0, 10)}T${at.slice(-5)}`));
});

on('a click on a district opens its series, metadata, data set and licence; Esc closes', `#/air?${T}`, {}, async (page) => {
  await mapReady(page);
  await settle(page, 600);
  const box = await page.locator('[data-testid=map]').boundingBox();
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.waitForSelector('[data-testid=panel-title]');
  await page.waitForSelector('[data-testid=series] svg');
  await page.waitForFunction(() => /제공 기관/.test(document.querySelector('[data-testid=source]').textContent), null, WAIT);
  assert.match(await page.textContent('[data-testid=source]'), /이용 조건/);
  assert.match(page.url(), /f=gu:\d+/);
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-testid=panel]', { state: 'detached' });
  await page.waitForFunction(() => !/f=gu/.test(location.hash), null, WAIT);
});

for (const [word, title] of [['강남구', /강남구/], ['gangnam-gu', /강남구/]]) {
  on(`finds ${word} and goes there`, `#/air?${T}`, {}, async (page) => {
    await mapReady(page);
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await page.waitForSelector('[data-testid=found] [role=option]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=panel-title]');
    await page.waitForFunction(() => document.querySelector('[data-testid=panel-title]').textContent.length > 0, null, WAIT);
    assert.match(await page.textContent('[data-testid=panel-title]'), title);
  });
}

on('switches the language and the theme', `#/city?${T}`, {}, async (page) => {
  await page.waitForSelector('[data-testid=view-air]');
  assert.equal(await page.textContent('[data-testid=view-air]'), '공기');
  await page.click('[data-testid=lang]');
  assert.equal(await page.textContent('[data-testid=view-air]'), 'Air');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.click('[data-testid=theme]');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await page.waitForFunction(() => /lang=en&theme=dark/.test(location.hash));
});

on('a reload from the address gives the same view', `#/traffic?${T}`, {}, async (page) => {
  await mapReady(page);
  await page.click('[data-testid=zoom-week]');
  await page.click('[data-testid=lang]');
  await page.keyboard.press('ArrowRight');
  await page.fill('[data-testid=search]', '강남구');
  await page.waitForSelector('[data-testid=found] [role=option]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /m=1/.test(location.hash) && /f=gu/.test(location.hash), null, WAIT);
  await settle(page, 600);
  const see = async () => ({ url: page.url(), clock: await clock(page), title: await page.textContent('[data-testid=panel-title]'), week: await page.getAttribute('[data-testid=zoom-week]', 'aria-checked') });
  const was = await see();
  await page.reload();
  await mapReady(page);
  await page.waitForFunction((t) => document.querySelector('[data-testid=panel-title]')?.textContent === t, was.title, WAIT);
  await settle(page, 600);
  assert.deepEqual(await see(), was);
});

on('the keyboard steps, changes the subject, opens help', `#/city?${T}`, {}, async (page) => {
  await page.waitForSelector('[data-testid=clock]');
  await page.waitForFunction(() => document.querySelector('[data-testid^=property-]'), null, WAIT);
  await page.keyboard.press('ArrowRight');
  assert.match(await clock(page), /09:00$/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  assert.match(await clock(page), /2022-08-08.*08:00$/);
  await page.keyboard.press('2');
  assert.equal(await page.getAttribute('[data-testid=view-air]', 'aria-current'), 'page');
  await page.keyboard.press('?');
  assert.ok(await page.locator('dialog[open]').count());
  await page.waitForFunction(() => document.querySelectorAll('.glossary dt').length > 20, null, WAIT);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
});

on('says when there is nothing at the cursor, and offers the nearest time with data', `#/noise?${T}`, {}, async (page) => {
  await page.waitForSelector('[data-testid=empty]');
  await page.click('[data-testid=go-there]');
  await page.waitForFunction(() => /^2025/.test(document.querySelector('[data-testid=clock]').textContent), null, WAIT);
});

on('the time bar moves the cursor on a click and zooms on the wheel', `#/traffic?${T}&w=2022-08-01T00:00~2022-09-01T00:00`, {}, async (page) => {
  const bar = page.locator('[data-testid=pulse]');
  await page.waitForFunction(() => document.querySelector('[data-testid^=property-]'), null, WAIT);
  const box = await bar.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + 20);
  assert.match(await clock(page), /2022-08-16/);
  await page.mouse.wheel(0, -400);
  await page.waitForFunction(() => /w=/.test(location.hash) && !/w=2022-08-01T00:00~2022-09-01/.test(location.hash), null, WAIT);
});

on('the catalogue leads to a data set, its lineage and its quality, each with an address', '#/data', {}, async (page) => {
  await page.waitForSelector('[data-testid=catalogue] a');
  await page.click('[data-testid=catalogue] a[href*="seoul-volume"], [data-testid=catalogue] li:first-child a');
  await page.waitForSelector('[data-testid=dataset-title]');
  assert.match(page.url(), /#\/data\/[^?]+/);
  await page.click('[data-testid=tab-quality]');
  await page.waitForSelector('[data-testid=quality] .cells i');
  assert.match(page.url(), /tab=quality/);
  await page.reload();
  await page.waitForSelector('[data-testid=quality] .cells i');
  await page.click('[data-testid=tab-issues]');
  await page.waitForFunction(() => /tab=issues/.test(location.hash), null, WAIT);
  await page.goBack();
  await page.waitForSelector('[data-testid=quality]');
});

on('fits a phone', `#/air?${T}`, PHONE, async (page) => {
  await mapReady(page);
  await page.fill('[data-testid=search]', '강남구');
  await page.waitForSelector('[data-testid=found] [role=option]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=panel-title]');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `the page is ${wide} px wide`);
  for (const id of ['play', 'view-data', 'lang', 'search']) {
    const box = await page.locator(`[data-testid=${id}]`).boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844, `${id} is on the screen`);
  }
  await page.click('[data-testid=panel-close]');
  await page.waitForSelector('[data-testid=panel]', { state: 'detached' });
});

on('a series with flagged values shows them hollow, and says how many', `#/air?${T}&f=gu:11230&w=2022-01-01T00:00~2023-01-01T00:00`, {}, async (page) => {
  await page.waitForSelector('[data-testid=flagged-count]', WAIT);
  const hollow = page.locator('[data-testid=series] svg path[stroke="#c43e00"]');
  await hollow.first().waitFor({ state: 'attached' });
  for (const fill of await hollow.evaluateAll((list) => list.map((e) => e.getAttribute('fill')))) assert.ok(fill === 'transparent' || fill === 'none', `a flagged value is filled with ${fill}`);
});

on('counts are compared with usual, and the address keeps it', `#/city?${T}`, {}, async (page) => {
  await mapReady(page);
  await page.click('[data-testid=against-usual]');
  await page.waitForFunction(() => /v=usual/.test(location.hash), null, WAIT);
  await page.waitForFunction(() => /평소 대비/.test(document.querySelector('[data-testid=legend]').textContent), null, WAIT);
});

on('prints on one page, with the name, the time and the sources', `#/city?${T}&lang=en`, {}, async (page) => {
  await mapReady(page);
  await settle(page, 600);
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.innerText('.print-head'), /Seoul · Traffic volume \(vehicles\/h\)[\s\S]*2022-08-09 Tue 08:00[\s\S]*Source: .+/);
  assert.ok(await page.locator('[data-testid=legend]').isVisible());
  assert.equal(await page.locator('.rail').isVisible(), false);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 1, 'pages');
});

on('the quality of a data set with tens of thousands of datastreams comes in pages', '#/data/seoul-sales-area?tab=quality', {}, async (page) => {
  await page.waitForSelector('[data-testid=quality] .strip', WAIT);
  const before = await page.locator('[data-testid=quality] .strip').count();
  assert.ok(before < 200, `${before} strips at once`);
  await page.click('[data-testid=quality-more]');
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid=quality] .strip').length > n, before, WAIT);
});

on('every district has its name at the width of a desk', `#/city?${T}&lang=en`, {}, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => document.querySelectorAll('.names b').length === 25, null, WAIT);
});

on('large letters break no word and hide nothing behind the edge', `#/city?${T}&lang=en`, {}, async (page) => {
  await page.addInitScript(() => {
    const style = document.createElement('style');
    style.textContent = 'html { font-size: 200% }';
    new MutationObserver((_, seen) => {
      if (!document.head) return;
      document.head.append(style);
      seen.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await mapReady(page);
  const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide[0] <= wide[1], `the page is ${wide[0]} px wide, the window ${wide[1]}`);
  const broken = await page.evaluate(() => [...document.querySelectorAll('.rail span, .chips button, .zooms button')].filter((e) => e.clientHeight > 2.2 * parseFloat(getComputedStyle(e).fontSize) + 16).map((e) => e.textContent));
  assert.deepEqual(broken, []);
  await page.waitForFunction(() => parseFloat(getComputedStyle(document.querySelector('.names b')).fontSize) >= 20, null, WAIT);
});

on('the legend begins folded where it would hide the city', `#/city?${T}&lang=en`, { viewport: { width: 960, height: 640 } }, async (page) => {
  await mapReady(page);
  assert.equal(await page.getAttribute('[data-testid=legend] .head', 'aria-expanded'), 'false');
});

on('a part of the map without a site says where the nearest is, and goes there', '#/noise?t=2025-02-10T14:00&m=126.84,37.65,14&lang=en', {}, async (page) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=outside]', WAIT);
  assert.match(await page.textContent('[data-testid=outside]'), /The nearest: .+, [\d.]+ km/);
  await page.click('[data-testid=outside] button');
  await page.waitForSelector('[data-testid=outside]', { state: 'detached', ...WAIT });
  await page.waitForSelector('[data-testid=panel-title]');
});

on('small names stand over the roads', `#/traffic?${T}&m=126.98,37.54,13.3`, {}, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => [...document.querySelectorAll('.names .point-label')].some((e) => e.textContent === '한남대교'), null, WAIT);
});

test('everything the page needs comes from its own origin', async () => {
  const html = await (await fetch(`${BASE}/`, { headers: { accept: 'text/html' } })).text();
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((m) => m[1]);
  assert.ok(addresses.length > 1);
  for (const a of addresses) assert.doesNotMatch(a, /^(https?:)?\/\//);
});
