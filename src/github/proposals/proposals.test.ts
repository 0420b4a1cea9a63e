import { expect, it } from 'vitest';
import { refuseTooLong } from './proposals.ts';

const proposal = { files: [], message: 'Baselines refreshed\n\nwhy', body: 'text' };

it('takes what GitHub takes', () => {
  expect(() => {
    refuseTooLong({ ...proposal, message: `${'x'.repeat(200)}\n\nwhy` });
  }).not.toThrow();
});

it.each([
  ['title', { message: `${'x'.repeat(201)}\n\nwhy` }, 'would have 201 characters, and at most 200'],
  ['commit message', { message: `t\n\n${'x'.repeat(65_536)}` }, 'at most 65536 are allowed'],
  ['text', { body: 'x'.repeat(65_537) }, 'would have 65537 characters'],
])('refuses a %s that GitHub would refuse', (what, part, words) => {
  expect(() => {
    refuseTooLong({ ...proposal, ...part });
  }).toThrow(new RegExp(`the ${what} .*${words}`));
});
