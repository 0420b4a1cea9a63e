import { aptInstall } from '../../src/platform/engine/apt.ts';
import { terminalLog } from '../../src/platform/log/terminalLog.ts';
import { findChromium } from './chromium.ts';

/** Once before all of these tests: what they need is installed, or they fail and say what is missing. */
export default async function setup(): Promise<void> {
  if (findChromium() !== undefined) return;
  const log = terminalLog({ verbose: false });
  await aptInstall(['chromium'], 'Chromium is not installed', { log });
}
