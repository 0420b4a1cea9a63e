import { expect, it } from 'vitest';
import { socketCallsProgram } from './socketCallsProgram.ts';

it('no name that a kernel would cut short, or that ends the string it stands in', () => {
  expect(socketCallsProgram('probe-12345678', 1814)).toContain('/comm == "probe-12345678"/');
  for (const name of ['', 'probe-1234567890', 'a"/', 'a b']) {
    expect(() => socketCallsProgram(name, 1814)).toThrow(RangeError);
  }
});

it('each key of a map is made when a round begins, for two processors may not make the same at once', () => {
  const program = socketCallsProgram('probe', 1814);
  for (const call of ['read', 'recvmsg', 'write', 'sendto']) {
    for (const end of [1, 2]) {
      expect(program).toContain(`@calls[@round, (uint64)${end}, "${call}"] = sum((uint64)0);`);
    }
  }
});
