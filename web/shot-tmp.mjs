import { launch, openPage, mapReady } from './e2e/browser.mjs';
const [hash, out, w='1440', h='900', wait='2500', play] = process.argv.slice(2);
const b = await launch();
const { page, errors } = await openPage(b, hash, { viewport: { width: +w, height: +h } });
await mapReady(page).catch((e) => console.log('not ready', String(e).slice(0,100)));
await page.waitForTimeout(+wait);
if (play) { await page.keyboard.press('Space'); await page.waitForTimeout(+play); }
await page.screenshot({ path: out });
if (errors.length) console.log(errors.slice(0, 6));
await b.close();
