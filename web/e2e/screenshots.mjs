// Pictures of the page: every view, desk and phone, light and dark, Korean and English.
// DOSI_URL=http://127.0.0.1:8080 node e2e/screenshots.mjs [out folder] [names…]
// The documentation's own: node e2e/screenshots.mjs ../docs/screenshots docs

import { mkdirSync } from 'node:fs';
import { launch, mapReady, openPage, settle } from './browser.mjs';

const [out = 'shots', ...only] = process.argv.slice(2);
mkdirSync(out, { recursive: true });

const T = 't=2022-08-09T08:00';
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const SHOTS = [
  ['city', `#/city?${T}`, DESK], ['city-dark-en', `#/city?${T}&lang=en&theme=dark`, DESK],
  ['air', `#/air?${T}`, DESK], ['air-dark', `#/air?p=pm25&t=2022-03-10T09:00&theme=dark&lang=en`, DESK],
  ['air-2017', `#/air?p=pm10&t=2017-05-06T15:00`, DESK],
  ['traffic', `#/traffic?${T}&w=2022-08-08T00:00~2022-08-15T00:00`, DESK],
  ['traffic-panel', `#/traffic?${T}&f=traffic-points:A-02/in&w=2022-08-08T00:00~2022-08-15T00:00&m=126.975,37.565,13.5`, DESK],
  ['traffic-dark-en', `#/traffic?${T}&lang=en&theme=dark&f=traffic-points:A-02/in`, DESK],
  ['subway', `#/traffic?p=subway_boardings&t=2024-05-15T08:00`, DESK],
  ['noise-empty', `#/noise?${T}`, DESK], ['noise', `#/noise?t=2025-02-10T14:00&f=noise-sites:시청`, DESK],
  ['place', `#/place?${T}`, DESK], ['place-areas-dark', `#/place?p=sales_amount&c=commercial-areas&${T}&theme=dark&lang=en`, DESK],
  ['place-footfall', `#/place?p=footfall&${T}&f=dong:11680640`, DESK],
  ['air-panel-en', `#/air?${T}&f=gu:11680&lang=en`, DESK],
  ['data', '#/data', DESK], ['dataset-en', '#/data/seoul-volume?lang=en', DESK], ['quality', '#/data/seoul-volume?tab=quality', DESK], ['quality-dark', '#/data/seoul-volume?tab=quality&theme=dark&lang=en', DESK],
  ['phone-city', `#/city?${T}`, PHONE], ['phone-air-dark', `#/air?${T}&theme=dark&lang=en`, PHONE],
  ['phone-panel', `#/traffic?${T}&f=traffic-points:A-02/in`, PHONE], ['phone-noise', `#/noise?${T}&lang=en`, PHONE],
  ['phone-place', `#/place?${T}&lang=en&theme=dark`, PHONE], ['phone-data', '#/data', PHONE], ['phone-quality', '#/data/seoul-volume?tab=quality&lang=en', PHONE],
];

const YEAR = 'w=2022-01-01T00:00~2023-01-01T00:00';
const AIR = { viewport: { width: 1074, height: 686 } };
const DUST = 't=2017-05-06T08:00';
const ONE = { ...PHONE, deviceScaleFactor: 1 };
/** The flood of 8 and 9 August 2022, a point on the river's bank in that year, a phone, the catalogue, the air in a night of yellow dust. */
const DOCS = [
  ['city-2022-08-09-en', `#/city?v=usual&${T}&lang=en`, DESK], ['city-2022-08-09-ko-dark', `#/city?${T}&theme=dark&lang=ko`, DESK],
  ['point-year-en', `#/traffic?${T}&${YEAR}&f=traffic-points:F-01/in&lang=en`, DESK], ['phone-ko', `#/city?${T}&lang=ko`, ONE],
  ['catalogue-en', '#/data?lang=en', DESK],
  ['air-surface-en', `#/air?p=no2&t=2017-01-19T20:00&l=surface&lang=en`, AIR], ['air-directions-en', `#/air?p=so2&${DUST}&l=polar&lang=en`, AIR],
  ['air-sources-ko', `#/air?p=pm10&${DUST}&l=sources&lang=ko`, AIR], ['air-episode-ko', `#/air?p=pm10&${DUST}&e=2017-05-05T23-yellow-dust&lang=ko`, AIR],
  ['air-station-en', `#/air?p=pm10&${DUST}&f=air-stations:101&lang=en`, AIR],
];

const docs = only[0] === 'docs';
const browser = await launch();
for (const [name, hash, options] of docs ? DOCS : SHOTS) {
  const some = docs ? only.slice(1) : only;
  if (some.length > 0 && !some.includes(name)) continue;
  const { page, context, errors, outside } = await openPage(browser, hash, options);
  if (!hash.startsWith('#/data')) await mapReady(page).catch(() => console.log(`${name}: the map is not ready`));
  await settle(page, Number(process.env.SETTLE ?? 1500));
  // What the server works out may take it minutes the first time.
  await page.waitForFunction(() => !document.querySelector('[data-testid=air-working], .chart-wait'), null, { timeout: 300_000 });
  await settle(page, Number(process.env.SETTLE ?? 1500));
  await page.screenshot({ path: `${out}/${name}.png` });
  console.log(name, errors.length ? errors : '', outside.length ? outside : '');
  await context.close();
}
await browser.close();
