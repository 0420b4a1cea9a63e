import { expect, it } from 'vitest';
import { withoutCommands } from './workflowCommands.ts';

it.each([
  ['::error::x', ': :error: :x'],
  [':::', ': : :'],
  ['##[error]x', '# #[error]x'],
  ['###[group]x', '## #[group]x'],
  ['a: b, #[1], 12:30', 'a: b, #[1], 12:30'],
])('%j becomes %j', (line, harmless) => {
  expect(withoutCommands(line)).toBe(harmless);
  expect(withoutCommands(harmless)).toBe(harmless);
});
