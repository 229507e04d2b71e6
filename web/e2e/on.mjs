// What the browser's tests share: the page in a real browser, against the server at DOSI_URL.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';

/** A time with values of most subjects, and a morning of yellow dust. */
export const T = 't=2022-08-09T08:00';
export const DUST = 't=2017-05-06T08:00&p=pm10';
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true };
export const WAIT = { timeout: 60_000 };
let browser;

before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** Runs a test on a page of its own and checks that nothing was asked of another host and nothing broke. */
export function on(name, hash, options, run) {
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

export const clock = (page) => page.textContent('[data-testid=clock]');
