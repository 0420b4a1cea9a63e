import { expect, it } from 'vitest';
import { addressAfter, copyUuid, macAfter } from './identities.ts';

it.each([
  ['aa:00:00:1f:11:d4', 1, 'aa:00:00:1f:11:d5'],
  ['aa:00:00:1f:ff:ff', 1, 'aa:00:00:20:00:00'],
  ['aa:00:00:ff:ff:ff', 2, 'aa:00:00:00:00:01'],
  ['aa:00:00:00:00:00', 20_000, 'aa:00:00:00:4e:20'],
])('after the MAC address %s by %i comes %s', (mac, steps, next) => {
  expect(macAfter(mac, steps)).toBe(next);
});

it.each([
  ['10.128.0.1', 1, '10.128.0.2'],
  ['10.128.0.255', 1, '10.128.1.0'],
  ['10.128.0.1', 20_000, '10.128.78.33'],
  ['254.255.255.255', 1, '255.0.0.0'],
])('after the address %s by %i comes %s', (address, steps, next) => {
  expect(addressAfter(address, steps)).toBe(next);
});

it.each(['255.255.255.255', '2001:db8::1', '10.0.0'])('nothing comes after %s', (address) => {
  expect(() => addressAfter(address, 1)).toThrow(address);
});

it('each copy of a UUID is another one, and always the same', () => {
  const uuid = '1ece45eb-71e4-42b2-b34f-ad9eb2f72554';
  const copies = Array.from({ length: 1000 }, (_, index) => copyUuid(uuid, index));
  expect(new Set([uuid, ...copies]).size).toBe(1001);
  expect(copyUuid(uuid, 7)).toBe(copies[7]);
});
