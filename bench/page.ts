// How large the HTML report is, and how fast it opens: `npx tsx bench/page.ts [METRICS]`, 5000 unless said
// otherwise. The metrics are those of a captured comparison, over and over under new names. Needs
// Chromium, which `npm test` installs.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { Comparison } from '../src/model/comparison.ts';
import { parseComparison } from '../src/model/read.ts';
import { comparisonReport } from '../src/report/build/comparison/comparisonReport.ts';
import { renderHtml } from '../src/report/render/html/html.ts';
import { renderMarkdown } from '../src/report/render/markdown/markdown.ts';
import { launchChromium } from '../test/browser/chromium.ts';

const REPEATS = 7;
const path = new URL('../test/golden/regression/report.json', import.meta.url);
const captured = parseComparison(await readFile(path, 'utf8'), 'comparison.json');

/** As many metrics as asked for; copies get a number behind the name of the program or procedure. */
function enlarged(comparison: Comparison, metrics: number): Comparison {
  const own = comparison.workloads.reduce((sum, workload) => sum + workload.metrics.length, 0);
  const copies = Math.ceil(metrics / own);
  const workloads = comparison.workloads.map((workload) => ({
    ...workload,
    metrics: Array.from({ length: copies }, (_, copy) =>
      workload.metrics.map((metric) => ({ ...metric, key: renamed(metric.key, copy) })),
    ).flat(),
  }));
  return { ...comparison, workloads };
}

function renamed(key: string, copy: number): string {
  if (copy === 0) return key;
  const [family = '', ...rest] = key.split('/');
  if (rest.length === 0) return `${family}/${copy}`;
  const [last = '', ...before] = rest.toReversed();
  const [named = last, ...others] = before;
  // The last part of some families says what is counted, and of others who.
  return family === 'heap' || family === 'jobfile'
    ? [family, ...others.toReversed(), `${named}-${copy}`, last].join('/')
    : [family, ...before.toReversed(), `${last}-${copy}`].join('/');
}

interface Times {
  /** Milliseconds from the navigation's start until the browser has run all scripts of the page. */
  readonly interactive: number;
  /** ... until the first picture of it. */
  readonly painted: number;
  readonly filtered: number;
  readonly sorted: number;
  readonly unfolded: number;
}

/** Of work in the page, with the layout that follows. */
const timed = (page: Page, work: string): Promise<number> =>
  page.evaluate<number>(`(() => {
    const since = performance.now();
    ${work};
    document.body.getBoundingClientRect();
    return performance.now() - since;
  })()`);

async function opened(browser: Browser, address: string): Promise<Times> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  const [interactive = 0, painted = 0] = await page.evaluate<number[]>(`new Promise((resolve) => {
    const [navigation] = performance.getEntriesByType('navigation');
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) resolve([navigation.domContentLoadedEventEnd, paint.startTime]);
    }).observe({ type: 'paint', buffered: true });
  })`);
  const filtered = await timed(
    page,
    "filter.value = 'luxid';" + " filter.dispatchEvent(new Event('input'))",
  );
  await timed(page, "filter.value = ''; filter.dispatchEvent(new Event('input'))");
  const unfolded = await timed(page, "document.getElementById('unfold').click()");
  const sorted = await timed(
    page,
    "[...document.querySelectorAll('table.metrics')]" +
      '.toSorted((a, b) => b.rows.length - a.rows.length)[0]' +
      ".querySelector('th.figure button').click()",
  );
  await page.close();
  return { interactive, painted, filtered, sorted, unfolded };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const say = (words: string): void => void process.stdout.write(`${words}\n`);
const kib = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`;

const browser = await launchChromium();
const folder = await mkdtemp(join(tmpdir(), 'ganeti-perf-bench-'));
try {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [60, 5000];
  for (const metrics of sizes) {
    const comparison = enlarged(captured, metrics);
    const report = comparisonReport(comparison);
    const since = performance.now();
    const html = renderHtml(report);
    const rendered = performance.now() - since;
    const file = join(folder, `${metrics}.html`);
    await writeFile(file, html);
    const times: Times[] = [];
    for (let i = 0; i < REPEATS; i++) times.push(await opened(browser, pathToFileURL(file).href));
    const of = (what: keyof Times): string =>
      `${Math.round(median(times.map((time) => time[what])))} ms`;
    const count = comparison.workloads.reduce((sum, workload) => sum + workload.metrics.length, 0);
    say(
      `${count} metrics: ${kib(html.length)} (${kib(gzipSync(html).length)} with gzip), ` +
        `rendered in ${Math.round(rendered)} ms; Markdown ${kib(renderMarkdown(report).length)}`,
    );
    say(
      `  opened: painted after ${of('painted')}, interactive after ${of('interactive')}; ` +
        `filtered in ${of('filtered')}, all unfolded in ${of('unfolded')}, sorted in ${of('sorted')}`,
    );
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
