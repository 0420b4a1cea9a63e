import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { codeCell, table } from '../../src/report/model.ts';
import { launchChromium } from './chromium.ts';
import { KINDS, pageFolder } from './pages.ts';
import { reportOf } from '../golden/cases.ts';
import { HANG } from '../support/deadline.ts';

type Theme = 'light' | 'dark';

let browser: Browser;
let folder: Awaited<ReturnType<typeof pageFolder>>;
beforeAll(async () => {
  [browser, folder] = await Promise.all([launchChromium(), pageFolder()]);
});
afterAll(async () => {
  await browser.close();
  await folder.remove();
});

interface Opened {
  readonly page: Page;
  /** Every address that was asked for, the page's own among them. */
  readonly requests: readonly string[];
  /** Errors, and what the policy of the page refused. */
  readonly complaints: readonly string[];
}

async function open(report: Report, theme: Theme = 'light'): Promise<Opened> {
  const address = await folder.add(`page-${crypto.randomUUID()}`, report);
  const page = await browser.newPage({
    colorScheme: theme,
    viewport: { width: 1100, height: 900 },
  });
  page.setDefaultTimeout(HANG);
  const [requests, complaints]: string[][] = [[], []];
  page.on('request', (request) => requests!.push(request.url()));
  page.on('console', (message) => complaints!.push(message.text()));
  page.on('pageerror', (error) => complaints!.push(error.message));
  page.on('dialog', (dialog) => complaints!.push(dialog.message()));
  await page.goto(address);
  return { page, requests: requests!, complaints: complaints! };
}

/** Unfolds everything and goes once through the page, so that each chart is drawn. */
async function seeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Unfold all' }).click();
  for (const plot of await page.locator('.plot').all()) {
    await plot.scrollIntoViewIfNeeded();
    await plot.locator('svg text').first().waitFor();
  }
}

const visibleRows = (page: Page): Promise<number> =>
  page.locator('table.metrics tbody tr:not([hidden])').count();

const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.id || document.activeElement.textContent');

const scrolled = (element: { readonly scrollTop?: number }): number => element.scrollTop ?? 0;

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === what) return;
  }
  throw new Error(`${what} cannot be reached by the keyboard`);
}

describe.each(KINDS)('the page of a %s', (kind) => {
  it('has no serious finding of axe in either theme, all unfolded', async () => {
    const { page } = await open(reportOf(kind));
    await seeAll(page);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations, passes } = await page.evaluate<AxeResults>(
        "axe.run({ resultTypes: ['violations'] })",
      );
      expect(passes.length).toBeGreaterThan(20);
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(
        serious.map(({ id, nodes: [first] }) => [
          colorScheme,
          id,
          first?.html,
          first?.failureSummary,
        ]),
      ).toEqual([]);
    }
    await page.close();
  });

  it('asks nobody for anything, and breaks no rule of its policy', async () => {
    const { page, requests, complaints } = await open(reportOf(kind));
    await seeAll(page);
    await page.getByLabel('Colours').selectOption('dark');
    const plots = await page.locator('.plot').all();
    await plots[0]?.hover();
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the table', () => {
  it('is filtered by words and by verdict, by the keyboard alone', async () => {
    const { page } = await open(reportOf('regression'));
    const all = await visibleRows(page);
    await tabTo(page, 'filter');
    await page.keyboard.type('JOB fsync');
    expect(await visibleRows(page)).toBe(1);
    const found = page.getByRole('status').filter({ hasText: 'rows' });
    expect(await found.textContent()).toBe(`1 of ${all} rows`);
    expect(await page.locator('table.metrics:visible').count()).toBe(1);

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    expect(await visibleRows(page)).toBe(all);
    await tabTo(page, 'facet');
    await page.keyboard.type('regression');
    expect(await page.locator('#facet').inputValue()).toBe('regression');
    expect(await visibleRows(page)).toBe(3);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#facet').inputValue()).toBe('new');
    expect(await visibleRows(page)).toBe(3);
    await page.close();
  });

  it('is sorted by the keyboard, and says how', async () => {
    const { page } = await open(reportOf('regression'));
    const header = page.getByRole('columnheader', { name: 'After' }).first();
    const values = () =>
      page.locator('section').first().locator('tbody td:nth-child(5)').allTextContents();
    const before = await values();
    await tabTo(page, 'After');
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await values()).toEqual(['9.8 KiB', '12', '12', '3', '1', '0.5 s']);
    expect(await page.locator('#status').textContent()).toBe('Sorted by After, descending');
    await page.keyboard.press('Space');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    expect(await values()).toEqual(['0.5 s', '1', '3', '12', '12', '9.8 KiB']);
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBeNull();
    expect(await values()).toEqual(before);
    await page.close();
  });
});

describe('what is seen', () => {
  it('unfolds the tree of causes by the keyboard', async () => {
    const { page } = await open(reportOf('trace'));
    const job = page.locator('.tree summary').filter({ hasText: 'job OP_INSTANCE_REBOOT' });
    const below = page.locator('.tree').getByText('rpc instance_reboot → node1');
    await job.focus();
    await page.keyboard.press('Enter');
    expect(await below.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await below.isVisible()).toBe(true);
    await page.close();
  });

  it('draws each chart, and tells by the pointer what is there', async () => {
    const { page } = await open(reportOf('growth'));
    const plot = page.locator('.plot').first();
    await plot.locator('svg').waitFor();
    const { width = 0 } = (await plot.boundingBox()) ?? {};
    for (const x of [width / 2, width - 40]) await plot.hover({ position: { x, y: 100 } });
    const words = plot.locator('svg text');
    await words.filter({ hasText: '12 instances' }).waitFor();
    expect((await words.allTextContents()).join('\n')).toMatch(/: \d+, formula \d+/);
    await page.close();
  });

  it('follows the theme of the system, and the one that is chosen', async () => {
    const { page } = await open(reportOf('growth'), 'dark');
    const colours = () =>
      page.evaluate<string[]>(
        `[getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector('.plot svg path[stroke-dasharray]')).stroke]`,
      );
    await page.locator('.plot svg path[stroke-dasharray]').first().waitFor({ state: 'attached' });
    expect(await colours()).toEqual(['rgb(15, 18, 22)', 'rgb(121, 184, 255)']);
    await page.getByLabel('Colours').selectOption('light');
    expect(await colours()).toEqual(['rgb(246, 247, 249)', 'rgb(11, 92, 173)']);
    await page.getByLabel('Colours').selectOption('system');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await colours()).toEqual(['rgb(246, 247, 249)', 'rgb(11, 92, 173)']);
    await page.close();
  });

  it('scrolls the sequence diagram by the keyboard', async () => {
    const { page } = await open(reportOf('trace'));
    await page.getByRole('button', { name: 'Unfold all' }).click();
    const stage = page.getByRole('region', { name: 'Sequence diagram' });
    await stage.focus();
    await page.keyboard.press('End');
    await expect.poll(() => stage.evaluate(scrolled)).toBeGreaterThan(100);
    await page.close();
  });

  it('is all there where no script runs', async () => {
    const address = await folder.add('plain', reportOf('growth'));
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address);
    expect(await page.locator('.plot').first().isVisible()).toBe(false);
    expect(await page.locator('.tools').isVisible()).toBe(false);
    await page.locator('.values summary').first().click();
    expect(await page.locator('.values table').first().isVisible()).toBe(true);
    await page.close();
  });
});

describe('untrusted names', () => {
  const UNTRUSTED = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>{a|b}\u202e';

  it('do nothing in a browser, neither in tables nor in drawings', async () => {
    const { page, requests, complaints } = await open({
      status: 'bad',
      title: UNTRUSTED,
      verdict: [UNTRUSTED, { code: UNTRUSTED }],
      context: [UNTRUSTED],
      sections: [
        {
          title: UNTRUSTED,
          prominence: 'headline',
          blocks: [
            table(['Metric'], [[codeCell(UNTRUSTED)], [codeCell('b')]], [UNTRUSTED, 'b']),
            {
              kind: 'chart',
              title: UNTRUSTED,
              unit: 'count',
              x: { title: UNTRUSTED, values: [1, 2] },
              series: [{ name: UNTRUSTED, values: [1, 2] }],
            },
            {
              kind: 'bars',
              title: UNTRUSTED,
              unit: 'bytes',
              rows: [{ name: UNTRUSTED, before: 1, band: { low: 0, high: 2 }, after: 3 }],
            },
            {
              kind: 'flames',
              title: UNTRUSTED,
              unit: 'bytes',
              frames: [{ depth: 0, name: UNTRUSTED, value: 2, before: 1 }],
              before: UNTRUSTED,
            },
            {
              kind: 'diagram',
              title: UNTRUSTED,
              sequence: {
                participants: [{ id: 'p1', name: UNTRUSTED }],
                items: [{ from: 'p1', to: 'p1', text: UNTRUSTED, kind: 'run', times: 1 }],
                left: 0,
              },
            },
          ],
        },
      ],
    });
    await seeAll(page);
    for (const plot of await page.locator('.plot').all()) await plot.hover();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      UNTRUSTED.replace('\u202e', '\uFFFD'),
    );
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
