import { expect, it } from 'vitest';
import { EXIT } from '../platform/errors.ts';
import { blockNumbers, blockRights } from './realStorage.ts';

/** Of a kernel of Debian 13 with both modules loaded. */
const MISC = ' 58 cpu_dma_latency\n237 loop-control\n236 device-mapper\n  1 psaux\n';
const DEVICES =
  'Character devices:\n  1 mem\n  7 vcs\n\nBlock devices:\n  7 loop\n  8 sd\n253 device-mapper\n254 virtblk\n';
const without = (text: string, name: string): string =>
  text
    .split('\n')
    .filter((line) => !line.endsWith(` ${name}`))
    .join('\n');

it('reads what the kernel calls its devices, and asks for no others', () => {
  const numbers = blockNumbers(MISC, DEVICES);
  expect(numbers).toEqual({ loop: 7, loopControl: 237, deviceMapper: 253, mapperControl: 236 });
  const rules = ['b 7:* rwm', 'b 253:* rwm', 'c 10:237 rwm', 'c 10:236 rwm'];
  expect(blockRights(numbers)).toEqual([
    ...['--cap-add', 'SYS_ADMIN'],
    ...rules.flatMap((rule) => ['--device-cgroup-rule', rule]),
  ]);
});

it.each([
  [without(MISC, 'device-mapper'), DEVICES, 'no device-mapper, which', 'modprobe -a dm_mod`'],
  [MISC, without(DEVICES, 'device-mapper'), 'no device-mapper, which', 'modprobe -a dm_mod`'],
  [MISC, without(DEVICES, 'loop'), 'no loop devices, which', 'modprobe -a loop`'],
  ['', 'Block devices:\n', 'no device-mapper and no loop devices', 'modprobe -a dm_mod loop`'],
])(
  'a kernel without one of them is refused with the remedy (%#)',
  (misc, devices, what, remedy) => {
    const refuse = (): unknown => blockNumbers(misc, devices);
    expect(refuse).toThrow(expect.objectContaining({ exitCode: EXIT.environment }));
    expect(refuse).toThrow(what);
    expect(refuse).toThrow(remedy);
  },
);
