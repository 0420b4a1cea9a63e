import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GOLDEN, renderingsOf } from './renderings.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

// After a change of wording: `npm run golden` writes them, and the diff is what a reviewer reads.
describe.each(GOLDEN)('the golden report of %s', (name) => {
  const renderings = renderingsOf(name);

  it.each([...renderings])('is %s', async (file, text) => {
    await expect(text).toMatchFileSnapshot(pathOf(`${name}/${file}`));
  });

  it('has no other file', () => {
    const others = readdirSync(pathOf(name)).filter((file) => !renderings.has(file));
    expect(others).toEqual([]);
  });
});

it('stands in a folder that is known', () => {
  const folders = readdirSync(pathOf('.'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.sort()).toEqual([...GOLDEN].sort());
});
