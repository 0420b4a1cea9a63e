import { createHash } from 'node:crypto';

/** A random UUID's form, as Ganeti's are, of `uuid` and a number: the same ones every time. */
export function copyUuid(uuid: string, index: number): string {
  const digest = createHash('sha256').update(`${uuid} ${index}`).digest();
  digest[6] = 0x40 | ((digest[6] ?? 0) & 0x0f);
  digest[8] = 0x80 | ((digest[8] ?? 0) & 0x3f);
  return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A MAC address of the same prefix; another one for each of 2^24 numbers. */
export function macAfter(mac: string, steps: number): string {
  const bytes = mac.split(':');
  const suffix = (Number.parseInt(bytes.slice(3).join(''), 16) + steps) % 2 ** 24;
  const hex = suffix.toString(16).padStart(6, '0');
  return [...bytes.slice(0, 3), ...(hex.match(/../g) ?? [])].join(':');
}

/**
 * The IPv4 address so many after another.
 *
 * @throws RangeError for any other text, and beyond the last address
 */
export function addressAfter(address: string, steps: number): string {
  const bytes = address.split('.').map(Number);
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0) + steps;
  if (bytes.length !== 4 || !Number.isInteger(value) || value >= 2 ** 32) {
    throw new RangeError(`there is no IPv4 address ${steps} after '${address}'`);
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
