// A browser for the tests and the screenshots: the machine's own Chromium, which reaches nothing but the page.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const BASE = (process.env.DOSI_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');

export function findChromium() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const found = places.find((p) => p && existsSync(p));
  if (!found) throw new Error('no Chromium found: expected one at CHROMIUM or /usr/bin/chromium (apt-get install chromium)');
  return found;
}

export function launch() {
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
  });
}

/** A page that writes down every request's host and every error. */
export async function openPage(browser, hash = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ko-KR', timezoneId: 'Europe/London', colorScheme: 'light', permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  const outside = [];
  const errors = [];
  page.on('request', (r) => {
    const url = new URL(r.url());
    if (/^(data|blob):$/.test(url.protocol)) return;
    if (url.origin !== new URL(BASE).origin) outside.push(r.url());
  });
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('console', (m) => { if (m.type() === 'error') errors.push(`${m.text()} ${m.location().url}`.trim()); });
  await page.goto(`${BASE}/${hash}`);
  return { page, context, outside, errors };
}

export async function mapReady(page) {
  await page.waitForFunction(() => window.dosi?.mapReady, null, { timeout: 60_000 });
}

/** The map and its numbers have come to rest. */
export async function settle(page, ms = 900) {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(ms);
}
