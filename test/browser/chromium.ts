import { chromium, type Browser } from 'playwright-core';
import { findProgram } from '../../src/platform/process/privilege.ts';
import { HANG } from '../support/deadline.ts';

/** What Chromium is called: by Debian, by Ubuntu, by Google. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of this machine; undefined where there is none. */
export const findChromium = (): string | undefined =>
  NAMES.map((name) => findProgram(name)).find((path) => path !== undefined);

/** Alone: nothing that a browser asks its maker for by itself. */
const ALONE = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** A headless browser. It opens pages of ours only, and works for root as well. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('no Chromium: test/browser/setup.ts installs it');
  return chromium.launch({ executablePath, chromiumSandbox: false, args: ALONE, timeout: HANG });
}
