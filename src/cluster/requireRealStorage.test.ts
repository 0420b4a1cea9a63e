import { expect, it } from 'vitest';
import { EXIT } from '../platform/errors.ts';
import { refuseOtherUsers, refuseSecond } from './requireRealStorage.ts';

const REFUSED: unknown = expect.objectContaining({ exitCode: EXIT.environment });

it.each(['name=seccomp,profile=builtin name=userns', 'name=rootless name=cgroupns'])(
  'an engine with %s cannot give nodes a device-mapper',
  (security) => {
    expect(() => refuseOtherUsers(security)).toThrow(REFUSED);
    expect(() => refuseOtherUsers(security)).toThrow('leave out --storage real');
  },
);

it("takes an engine whose root is the machine's", () => {
  expect(() =>
    refuseOtherUsers('name=apparmor name=seccomp,profile=builtin name=cgroupns'),
  ).not.toThrow();
});

it('refuses a second cluster with real volumes, by the name of the first', () => {
  const refuse = (): void => refuseSecond(['ganeti-perf-0123abcd-node1.0123456789ab']);
  expect(refuse).toThrow(REFUSED);
  expect(refuse).toThrow('(ganeti-perf-0123abcd-node1)');
  expect(() => refuseSecond([])).not.toThrow();
});
