// The view of traffic.

import assert from 'node:assert/strict';
import { mapReady } from './browser.mjs';
import { PHONE, T, WAIT, on } from './on.mjs';

for (const [where, options] of [['at a desk', {}], ['on a phone', PHONE]]) {
  on(`two moments lie side by side and move as one, ${where}`, `#/traffic?${T}&lang=en`, options, async (page) => {
    await mapReady(page);
    await page.click('[data-testid=beside]');
    await page.waitForSelector('[data-testid=map-beside] canvas');
    assert.match(await page.textContent('[data-testid=moment-first]'), /2022-08-09 Tue 08:00/);
    assert.match(await page.textContent('[data-testid=moment-beside]'), /2022-08-02 Tue 08:00/);
    await page.waitForFunction(() => /b=-168h/.test(location.hash), null, WAIT);
    const [a, b] = await Promise.all(['map', 'map-beside'].map((id) => page.locator(`[data-testid=${id}]`).boundingBox()));
    assert.ok(Math.abs(a.width - b.width) < 4 && Math.abs(a.height - b.height) < 4, 'both have the same room');
    assert.ok(a.x + a.width <= b.x + 3 || a.y + a.height <= b.y + 3, 'neither covers the other');
    // The cursor of time moves both.
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => /08-02 Tue 09:00/.test(document.querySelector('[data-testid=moment-beside]').textContent), null, WAIT);
    await page.selectOption('[data-testid=moment-beside] select', '-672');
    await page.waitForFunction(() => /07-12 Tue 09:00/.test(document.querySelector('[data-testid=moment-beside]').textContent), null, WAIT);
    await page.click('[data-testid=beside]');
    await page.waitForSelector('[data-testid=map-beside]', { state: 'detached' });
    await page.waitForFunction((wide) => document.querySelector('[data-testid=map]').clientWidth >= wide, a.width, WAIT);
  });
}
