// The page in a real browser, against the server at DOSI_URL: node --test e2e/

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BASE, launch, mapReady, openPage, settle } from './browser.mjs';

const T = 't=2022-08-09T08:00';
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true };
const WAIT = { timeout: 60_000 };
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** Runs a test on a page of its own and checks that nothing was asked of another host and nothing broke. */
function on(name, hash, options, run) {
  test(name, { timeout: 240_000 }, async () => {
    const { page, context, outside, errors } = await openPage(browser, hash, options);
    page.setDefaultTimeout(60_000);
    try {
      await run(page, errors);
      assert.deepEqual(outside, [], 'requests that left the machine');
      assert.deepEqual(errors, [], 'errors of the page');
    } finally {
      await context.close();
    }
  });
}

const clock = (page) => page.textContent('[data-testid=clock]');

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

const DUST = 't=2017-05-06T08:00&p=pm10';

on('the surface between the stations comes with how far it can be believed', `#/air?${DUST}&l=surface&lang=en`, {}, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => /RMSE/.test(document.querySelector('[data-testid=legend]').textContent), null, WAIT);
  assert.match(await page.textContent('[data-testid=legend]'), /kriging/);
  // The hour's own error, and its colours: not those of the days around.
  assert.match(await page.textContent('[data-testid=surface-note]'), /at this hour: typically \d+ µg\/m³ \(\d+–\d+\)/);
  assert.ok(await page.locator('[data-testid=surface-key]').isVisible());
  await page.click('[data-testid=layer-values]');
  await page.waitForFunction(() => !/kriging/.test(document.querySelector('[data-testid=legend]').textContent), null, WAIT);
  assert.doesNotMatch(page.url(), /l=surface/);
});

on('in the air view a search finds the station that has a value before the district of its name', `#/air?${DUST}&lang=ko`, {}, async (page) => {
  await page.waitForSelector('[data-testid=legend] .classes', WAIT);
  await settle(page, 1500);
  await page.fill('[data-testid=search]', '종로구');
  await page.waitForSelector('[data-testid=found] [role=option]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /f=air-stations/.test(location.hash), null, WAIT);
});

on('directions have colours of their own and no grades', `#/air?${DUST}&l=polar&lang=en`, {}, async (page) => {
  await page.waitForSelector('[data-testid=polar-key]', WAIT);
  assert.doesNotMatch(await page.textContent('[data-testid=legend]'), /Moderate|CAI/);
});

on('an episode on the time bar opens its explanation, with its evidence and a page to print', `#/air?${DUST}&lang=en`, {}, async (page) => {
  await mapReady(page);
  const mark = page.locator('[data-testid=episode-mark][aria-label*="Yellow dust"]').first();
  await mark.waitFor(WAIT);
  await mark.click();
  await page.waitForSelector('[data-testid=episode] .lead', WAIT);
  assert.match(await page.textContent('[data-testid=episode]'), /Yellow dust from 5 May 2017/);
  await page.waitForSelector('[data-testid=episode] [data-testid=air-picture]', WAIT);
  const href = await page.getAttribute('[data-testid=episode-page]', 'href');
  const answer = await page.request.get(new URL(href, BASE).href);
  assert.equal(answer.status(), 200);
  assert.match(await answer.text(), /황사/, 'in both languages');
  const sheet = await page.context().newPage();
  await sheet.setContent(await answer.text());
  const pdf = (await sheet.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 2, 'a sheet for each language');
  await sheet.close();
  await page.keyboard.press('Escape');
  await page.waitForSelector('[data-testid=episode]', { state: 'detached' });
});

on('a station says where its pollution comes from, and when', `#/air?${DUST}&f=air-stations:101&lang=ko`, {}, async (page) => {
  await page.waitForSelector('[data-testid=air-part] [data-testid=air-picture]', WAIT);
  await page.click('[data-testid=air-airWhen]');
  await page.waitForFunction(() => document.querySelector('[data-testid=air-analysis]').value === 'variation', null, WAIT);
  await page.waitForSelector('[data-testid=air-part] [data-testid=air-picture]', WAIT);
  await page.selectOption('[data-testid=air-analysis]', 'trend');
  await page.waitForSelector('[data-testid=air-picture], [data-testid=air-cannot]', WAIT);
});

on('the map of the index: grades with their ranges, how often they were right, and what no document confirms', `#/air?${DUST}&l=index&lang=en`, {}, async (page) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=index-doubts]', WAIT);
  const legend = await page.textContent('[data-testid=legend]');
  assert.match(legend, /Air-quality index.*GGood0–50.*MModerate51–100.*BBad101–250.*VVery bad251 or more/s);
  assert.match(legend, /the grade was right for \d+%/);
  await page.click('[data-testid=index-doubts] summary');
  assert.match(await page.textContent('[data-testid=index-doubts]'), /75 is added where three or more pollutants are bad or worse/);
  await page.click('[data-testid=property-pm10]');
  await page.waitForFunction(() => !/l=index/.test(location.hash), null, WAIT);
});

on('a station tells its index, what it lacks of the law, and its directions with their chance', `#/air?${DUST}&l=index&f=air-stations:101&lang=ko`, {}, async (page) => {
  await page.waitForFunction(() => /정한 항목: 미세먼지/.test(document.querySelector('[data-testid=index-now]')?.textContent ?? ''), null, WAIT);
  await page.waitForFunction(() => /배\(\d|유의한 방향이 없습니다/.test(document.querySelector('[data-testid=directions]')?.textContent ?? ''), null, { timeout: 180_000 });
  await page.click('[data-testid=air-airState]');
  await page.waitForFunction(() => /2017년 환경기준과 비교.*초미세먼지.*초과/s.test(document.querySelector('[data-testid=law]')?.textContent ?? ''), null, WAIT);
});

on('what the data cannot tell is said in the language of the reader alone', `#/air?${T}&l=index&lang=ko`, {}, async (page, errors) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-layer-cannot]', WAIT);
  const said = await page.textContent('[data-testid=air-layer-cannot]');
  assert.match(said, /측정소가 적어도 4곳/);
  assert.doesNotMatch(said, /expected|found/);
  errors.length = 0;
});

on('where the index lacks pollutants the page names them, and goes to the nearest time that has them', `#/air?${T}&l=index&lang=en`, {}, async (page, errors) => {
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-layer-cannot] [data-testid=go-there]', WAIT);
  assert.match(await page.textContent('[data-testid=air-layer-cannot]'), /no index at 2022-08-09 Tue 08:00: it needs Ozone.*Nitrogen dioxide/);
  await page.click('[data-testid=go-there]');
  await page.waitForFunction(() => /^2017/.test(document.querySelector('[data-testid=clock]').textContent), null, WAIT);
  await page.waitForSelector('[data-testid=index-doubts]', WAIT);
  await page.goto(`${BASE}/#/air?${T}&l=index&lang=en`);
  await page.waitForSelector('[data-testid=show-measured]', WAIT);
  await page.click('[data-testid=show-measured]');
  await page.waitForFunction(() => /p=pm10/.test(location.hash) && !/l=index/.test(location.hash), null, WAIT);
  errors.length = 0;
});

on('which of several data an index was made of stands with it', `#/air?${DUST}&f=air-stations:101&lang=ko`, {}, async (page) => {
  await page.route('**/api/air/index?*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    body.provenance.remarks = [{ ko: '한 자료를 썼습니다', en: 'taken from one' }];
    await route.fulfill({ response: answer, json: body });
  });
  await page.reload();
  await page.waitForSelector('[data-testid=index-now] [data-testid=remarks]', WAIT);
  assert.equal(await page.textContent('[data-testid=index-now] [data-testid=remarks]'), '한 자료를 썼습니다');
});

on('a store with air alone is ready, and asks for nothing that it lacks', '#/data', {}, async (page) => {
  await page.route('**/collections?f=json', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    body.collections = body.collections.filter((c) => /air|weather/.test(c.id));
    await route.fulfill({ response: answer, json: body });
  });
  const asked = [];
  page.on('request', (r) => { if (/\/items/.test(r.url())) asked.push(new URL(r.url()).pathname.split('/')[2]); });
  await page.goto(`${BASE}/#/air?${DUST}&lang=en`);
  await page.reload();
  await mapReady(page);
  assert.deepEqual(asked.sort(), ['air-stations', 'weather-stations']);
});

on('what a search finds first goes by what is measured, not by what the map has drawn', `#/air?${T}&lang=ko`, {}, async (page) => {
  // The film never comes: the map has nothing to draw.
  await page.route('**/api/film?*', () => {});
  await page.reload();
  await page.waitForFunction(() => document.querySelector('[data-testid^=property-]'), null, WAIT);
  await page.fill('[data-testid=search]', '종로구');
  await page.waitForSelector('[data-testid=found] [role=option]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /f=gu:/.test(location.hash), null, WAIT);
});

on('a touch between the stations of a surface says what is estimated there, and a second opens the district', `#/air?${DUST}&l=surface&lang=en&m=126.99,37.46,12`, PHONE, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => window.dosi.field(), null, WAIT);
  await settle(page);
  const box = await page.locator('[data-testid=map]').boundingBox();
  const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await tap();
  await page.waitForSelector('[data-testid=estimate]');
  assert.match(await page.textContent('[data-testid=tip]'), /[\d.]+ ± [\d.]+ µg\/m³.*standard error.*Tap again/);
  const tip = await page.locator('[data-testid=tip]').boundingBox();
  assert.ok(tip.x >= 0 && tip.x + tip.width <= 390 && tip.y >= 0, `the tip is at ${tip.x}, ${tip.y}`);
  assert.equal(await page.locator('[data-testid=panel]').count(), 0);
  // Two taps within half a second are the map's own gesture: it zooms.
  await settle(page, 800);
  await tap();
  await page.waitForSelector('[data-testid=panel-title]', WAIT);
});

/** Yongsan-gu away from the circle of its station, in pixels of the page. */
const YONGSAN = 'm=126.99,37.532,12';

for (const layer of ['', '&l=surface']) {
  on(`where the districts' own data do not reach, a district answers by its station ${layer}`, `#/air?t=2017-01-19T19:00${layer}&lang=en&${YONGSAN}`, {}, async (page) => {
    await mapReady(page);
    await page.waitForFunction((field) => document.querySelectorAll('.names b').length > 3 && (!field || window.dosi.field()), layer !== '', WAIT);
    await settle(page);
    const box = await page.locator('[data-testid=map]').boundingBox();
    const at = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(at[0] - 4, at[1]);
    await page.mouse.move(...at);
    await page.waitForFunction(() => /µg/.test(document.querySelector('[data-testid=tip]')?.textContent ?? ''), null, WAIT);
    const tip = await page.textContent('[data-testid=tip]');
    if (layer) assert.match(tip, /Yongsan-gu.*[\d.]+ ± [\d.]+ µg/);
    else assert.match(tip, /Yongsan-gu.*\d+ µg.*Measured at the station Yongsan-gu/);
    assert.doesNotMatch(tip, /No value/);
    await page.mouse.click(...at);
    await page.waitForFunction(() => /f=air-stations/.test(location.hash), null, WAIT);
    assert.match(await page.textContent('[data-testid=panel-title]'), /Yongsan-gu/);
  });
}

on('while a surface is computed the ground says so, and gives no estimate of another hour', `#/air?t=2017-01-19T19:00&l=surface&lang=en&${YONGSAN}`, {}, async (page) => {
  await page.route('**/api/air/surface-hours?*', () => {});
  await page.reload();
  await mapReady(page);
  await page.waitForSelector('[data-testid=air-working]', WAIT);
  const box = await page.locator('[data-testid=map]').boundingBox();
  await page.mouse.move(box.x + box.width / 2 - 4, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForSelector('[data-testid=surface-coming]', WAIT);
  assert.doesNotMatch(await page.textContent('[data-testid=tip]'), /No value|±/);
});

on('a district in the air view leads to its station', `#/air?${DUST}&f=gu:11110&lang=ko`, {}, async (page) => {
  await page.click('[data-testid=district-stations] button');
  await page.waitForFunction(() => /f=air-stations/.test(location.hash), null, WAIT);
  assert.match(await page.textContent('[data-testid=panel-title]'), /종로구/);
});

on('the menu of a phone prints and helps', `#/air?${DUST}&lang=en`, PHONE, async (page) => {
  await mapReady(page);
  await page.evaluate(() => { window.printed = 0; window.print = () => window.printed++; });
  await page.click('[data-testid=more] summary');
  await page.click('[data-testid=more-print]');
  await page.waitForFunction(() => window.printed === 1, null, WAIT);
  assert.equal(await page.locator('[data-testid=more-help]').isVisible(), false, 'the menu closes');
  await page.click('[data-testid=more] summary');
  await page.click('[data-testid=more-help]');
  await page.waitForSelector('dialog[open]', WAIT);
});

on('an open panel folds a legend that would hide the city, and the reader may open it', `#/air?${DUST}&lang=en&f=air-stations:101`, { viewport: { width: 1280, height: 800 } }, async (page) => {
  const head = page.locator('[data-testid=legend] .head').first();
  await head.waitFor(WAIT);
  assert.equal(await head.getAttribute('aria-expanded'), 'false');
  assert.match(await page.textContent('[data-testid=legend] .slim'), /Good.*Very bad/);
  await head.click();
  assert.equal(await head.getAttribute('aria-expanded'), 'true');
});

on('that episodes are being worked out is said', `#/air?${DUST}&lang=en`, {}, async (page) => {
  let answer = () => {};
  const held = new Promise((go) => { answer = go; });
  await page.route('**/api/air/episodes?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.waitForSelector('[data-testid=episodes-working]', WAIT);
  answer();
  await page.waitForSelector('[data-testid=episode-mark]', WAIT);
  assert.equal(await page.locator('[data-testid=episodes-working]').count(), 0);
});

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

on('a reading goes with the part of the map that it was read from, and the city makes room for a panel', `#/air?${DUST}&l=surface&lang=en`, {}, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => window.dosi.field(), null, WAIT);
  await settle(page);
  await page.mouse.move(700, 400);
  await page.waitForSelector('[data-testid=tip]', WAIT);
  await page.evaluate(() => { location.hash = location.hash.replace('l=surface', 'l=polar'); });
  await page.waitForSelector('[data-testid=tip]', { ...WAIT, state: 'detached' });
  await page.locator('[data-testid=episode-mark]').first().click();
  await page.waitForSelector('[data-testid=episode]', WAIT);
  await page.waitForFunction(() => {
    const edge = document.querySelector('[data-testid=episode]').getBoundingClientRect().left;
    const names = [...document.querySelectorAll('.names b')].filter((e) => e.offsetWidth > 0);
    return names.length > 15 && names.every((e) => e.getBoundingClientRect().right < edge);
  }, null, WAIT);
});

on('a station says when it has data, and leads there', `#/air?t=2022-08-09T08:00&f=air-stations:123&lang=en`, {}, async (page) => {
  assert.match(await page.textContent('[data-testid=covered]', WAIT), /This station’s data: 2017-01/);
  assert.equal(await page.locator('[data-testid=usual]').count(), 0);
  await page.click('[data-testid=go-covered]');
  await page.waitForFunction(() => /t=2017-.*f=air-stations:123/.test(location.hash), null, WAIT);
  await page.waitForSelector('[data-testid=usual]', WAIT);
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

on('what is touched on the time bar of a phone is at least 24 pixels each way', `#/air?${DUST}&lang=en`, PHONE, async (page) => {
  await mapReady(page);
  await page.locator('[data-testid=episode-mark]').first().waitFor(WAIT);
  const small = await page.evaluate(() => [
    ...[...document.querySelectorAll('.zooms button')].map((e) => [e.offsetWidth, e.offsetHeight]),
    ...[...document.querySelectorAll('.pulse-episode')].map((e) => { const { width, height } = getComputedStyle(e, '::after'); return [parseFloat(width), parseFloat(height)]; }),
  ].filter(([wide, high]) => wide < 24 || high < 24));
  assert.deepEqual(small, []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
  // A touch beside the mark finds it.
  const box = await page.locator('[data-testid=episode-mark]').first().boundingBox();
  assert.ok(await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.matches('[data-testid=episode-mark]'), [box.x + box.width / 2, box.y - 8]));
});

on('the surface plays: its picture stays, and two requests at most are under way', `#/air?${DUST}&l=surface&lang=en`, {}, async (page) => {
  await mapReady(page);
  await page.waitForFunction(() => /RMSE/.test(document.querySelector('[data-testid=legend]').textContent), null, WAIT);
  let open = 0;
  let most = 0;
  const field = (r) => /surface-hours/.test(r.url());
  page.on('request', (r) => { if (field(r)) most = Math.max(most, ++open); });
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (r) => { if (field(r)) open--; });
  const before = await page.textContent('[data-testid=clock]');
  await page.click('[data-testid=play]');
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(200);
    assert.ok(await page.evaluate(() => window.dosi.field()), 'the field is on the map');
  }
  await page.click('[data-testid=play]');
  assert.notEqual(await page.textContent('[data-testid=clock]'), before);
  assert.ok(most <= 2, `${most} requests at once`);
});
