// Makes the pictures of the documentation anew, from captured results as their page shows them:
//
//   npx tsx test/browser/pictures.ts [GROWTH.json] [PROFILE.json...]
//
// docs/report.png is the planted regression of `test/golden`, docs/sequence.png its trace; docs/growth.png is of the
// growth.json that is named, as `scale --nodes 3,4,5,6,7 --workload cluster-verify` leaves it, and docs/heap.png of the
// profile.json that are named, one below the other. Look at them before you commit them, and make them small:
// `pngquant --force --ext .png 64 docs/report.png`.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { parsePublished } from '../../src/model/read.ts';
import { growthReport } from '../../src/report/build/growth/growthReport.ts';
import { heapAreas } from '../../src/report/build/profile/heapAreas.ts';
import type { Report } from '../../src/report/model.ts';
import { areasSvg } from '../../src/report/render/svg/areasSvg.ts';
import { markup } from '../../src/text/escapeHtml.ts';
import { reportOf } from '../golden/cases.ts';
import { launchChromium } from './chromium.ts';
import { pageFolder } from './pages.ts';

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

const browser = await launchChromium();
const folder = await pageFolder();

async function opened(name: string, report: Report, dark = false): Promise<Page> {
  const page = await browser.newPage({
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width: 1100, height: 1000 },
    deviceScaleFactor: 1.6,
  });
  await page.goto(await folder.add(name, report));
  return page;
}

const section = (page: Page, title: string): Locator =>
  page.locator('main > *').filter({ has: page.getByRole('heading', { name: title }) });

try {
  const page = await opened('report', reportOf('regression'));
  const why = (await section(page, 'Why in').boundingBox())!;
  await page.screenshot({
    path: pathOf('report.png'),
    fullPage: true,
    clip: { x: 0, y: 0, width: 1100, height: why.y + why.height + 16 },
  });

  const trace = await opened('sequence', reportOf('trace'));
  // All of the drawing in sight: it is as high as the window allows.
  await trace.setViewportSize({ width: 1100, height: 1400 });
  await trace.getByRole('button', { name: 'Unfold all' }).click();
  const stage = (await trace.locator('.stage').boundingBox())!;
  const drawing = (await trace.locator('.sequence svg.body').boundingBox())!;
  await trace.screenshot({
    path: pathOf('sequence.png'),
    fullPage: true,
    clip: { ...stage, width: drawing.width + 2 },
  });

  const named = await Promise.all(
    process.argv.slice(2).map(async (file) => parsePublished(await readFile(file, 'utf8'), file)),
  );
  const heaps = named.flatMap((one) => (one.kind === 'profile' ? [heapAreas(one.document)] : []));
  if (heaps.length > 0) {
    const drawn = await browser.newPage({ deviceScaleFactor: 1.2 });
    const areas = heaps.map((one) => markup`<div style="padding: 6px">${areasSvg(one)}</div>`);
    const body = markup`<body style="margin: 0; width: fit-content">${areas}</body>`;
    await drawn.setContent(body.html);
    await drawn.locator('body').screenshot({ path: pathOf('heap.png') });
  }
  const growth = named.find((one) => one.kind === 'growth');
  if (growth) {
    const grown = await opened('growth', growthReport(growth.document), true);
    const plot = grown.locator('.plot').first();
    await plot.scrollIntoViewIfNeeded();
    await plot.locator('svg text').first().waitFor();
    const { width = 0 } = (await plot.boundingBox()) ?? {};
    await plot.hover({ position: { x: width / 2, y: 100 } });
    await section(grown, 'what grows').screenshot({ path: pathOf('growth.png') });
  }
} finally {
  await browser.close();
  await folder.remove();
}
