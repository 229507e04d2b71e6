// How fast the film plays: frames in a second, and what the main thread spends on each.
// DOSI_URL=http://127.0.0.1:8080 node e2e/speed.mjs [address …]

import { launch, mapReady, openPage, settle } from './browser.mjs';

const asked = process.argv.slice(2);
const VIEWS = asked.length > 0 ? asked : ['#/city?t=2022-08-09T08:00', '#/traffic?t=2022-08-09T08:00'];
const WINDOWS = [{ width: 1440, height: 900 }, { width: 960, height: 600 }];
const SECONDS = 8;

const browser = await launch();
for (const hash of VIEWS) {
  for (const viewport of WINDOWS) {
    const { page, context } = await openPage(browser, hash, { viewport });
    await mapReady(page);
    await settle(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const now = async () => ({ ...Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value])), frames: await page.evaluate(() => window.dosi.frames()) });
    await page.click('[data-testid=play]');
    await page.waitForTimeout(1500);
    const a = await now();
    await page.waitForTimeout(SECONDS * 1000);
    const b = await now();
    const frames = b.frames - a.frames;
    const each = (name) => `${(((b[name] - a[name]) * 1000) / frames).toFixed(1)} ms`;
    console.log(`${hash} ${viewport.width}×${viewport.height}: ${(frames / (b.Timestamp - a.Timestamp)).toFixed(1)} frames/s; a frame: ${each('TaskDuration')} of main thread, ${each('ScriptDuration')} of it script, ${each('LayoutDuration')} layout`);
    await context.close();
  }
}
await browser.close();
