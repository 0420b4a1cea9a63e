import { expect, it } from 'vitest';
import { socketCallsProgram } from './socketCallsProgram.ts';

it('no name that a kernel would cut short, or that ends the string it stands in', () => {
  expect(socketCallsProgram('probe-12345678')).toContain('/comm == "probe-12345678"/');
  for (const name of ['', 'probe-1234567890', 'a"/', 'a b']) {
    expect(() => socketCallsProgram(name)).toThrow(RangeError);
  }
});

it('each key of a map is made at the start, for two processors may not make the same at once', () => {
  const program = socketCallsProgram('probe');
  for (const call of ['read', 'recvmsg', 'write', 'sendto']) {
    for (const end of [1, 2]) {
      expect(program).toContain(`@calls[(uint64)${end}, "${call}"] = sum((uint64)0);`);
    }
  }
});
