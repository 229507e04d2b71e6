// The air view: its layers, a station, an episode.

import assert from 'node:assert/strict';
import { BASE, mapReady, settle } from './browser.mjs';
import { DUST, PHONE, T, WAIT, clock, on } from './on.mjs';

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
    await page.waitForFunction(() => /f=air-stations/.test(location.hash) && /Yongsan-gu/.test(document.querySelector('[data-testid=panel-title]')?.textContent), null, WAIT);
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
  await page.waitForFunction(() => /f=air-stations/.test(location.hash) && /종로구/.test(document.querySelector('[data-testid=panel-title]')?.textContent), null, WAIT);
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
