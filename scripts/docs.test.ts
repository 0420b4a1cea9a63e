import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './lib/dependencies.mjs';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...(await readdir(join(ROOT, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((n) => `docs/${n}`),
];

/** Without blocks of code and code in a line, in which brackets are no links and `#` no headings. */
const prose = (markdown: string): string =>
  markdown.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '`');

/** What GitHub makes of a heading: https://github.com/gjtorikian/html-pipeline, TableOfContentsFilter. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Mn}_ -]/gu, '')
    .replaceAll(' ', '-');

async function anchorsOf(page: string): Promise<string[]> {
  const text = (await readFile(join(ROOT, page), 'utf8')).replace(/^```[^]*?^```/gm, '');
  return [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => anchor(heading));
}

describe('the documentation', () => {
  it.each(pages)('%s links to files and headings that there are', async (page) => {
    const text = prose(await readFile(join(ROOT, page), 'utf8'));
    const dead: string[] = [];
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = '', heading] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      const there = await access(join(ROOT, file)).then(
        () => heading === undefined || anchorsOf(file).then((all) => all.includes(heading)),
        () => false,
      );
      if (!there) dead.push(target);
    }
    expect(dead).toEqual([]);
  });

  it('is linked from README.md, each page of it', async () => {
    const text = await readFile(join(ROOT, 'README.md'), 'utf8');
    expect(pages.filter((page) => page !== 'README.md' && !text.includes(`(${page})`))).toEqual([]);
  });
});
