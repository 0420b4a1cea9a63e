import { expect, it } from 'vitest';
import { pageModule, stalePage } from './lib/page.mjs';

it('the scripts and the style sheet of the page are made from their sources; others are stale', async () => {
  const text = await pageModule();
  expect(text).toContain('export const STYLE = ":root{');
  expect(text).toContain('export const PAGE_SCRIPT = "');
  expect(text).toContain('export const CHART_SCRIPT = "');
  expect(await stalePage(text)).toEqual([]);
  expect(await stalePage(`${text} `)).toEqual([
    { path: 'src/report/render/html/generated/pageAssets.ts', why: 'differs from its sources' },
  ]);
});
