import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmulatedStorage, type Said } from '../support/emulatedStorage.ts';

let storage: EmulatedStorage;
beforeEach(() => {
  storage = new EmulatedStorage();
});
afterEach(() => {
  storage.remove();
});

const ok = ({ status, text }: Said): string => {
  expect({ status, text }).toMatchObject({ status: 0 });
  return text;
};

describe('LVM', () => {
  it('gives a file that can be read for each volume, with its size, and takes it away with it', () => {
    storage.run('node1', 'ganeti-perf-storage', 'boot');
    ok(storage.run('node1', 'lvcreate', '-Wn', '-L128m', '-nmeta', '-i1', 'xenvg', '/dev/vda'));
    const device = storage.file('node1', 'dev/xenvg/meta');
    expect(readFileSync(device)).toHaveLength(128 * 1024);
    const size = 128 * 1024 ** 2;
    expect(ok(storage.run('node1', 'blockdev', '--getsize64', '/dev/xenvg/meta'))).toBe(
      `${size}\n`,
    );
    expect(ok(storage.run('node1', 'blockdev', '--getsize', '/dev/xenvg/meta'))).toBe(
      `${size / 512}\n`,
    );
    const zeros = ['if=/dev/zero', 'of=/dev/xenvg/meta', 'bs=1048576', 'count=128', 'oflag=direct'];
    expect(ok(storage.run('node1', 'dd', ...zeros))).toBe('128+0 records in\n128+0 records out\n');
    expect(readFileSync(device)).toHaveLength(128 * 1024);
    ok(storage.run('node1', 'lvremove', '-f', 'xenvg/meta'));
    expect(() => readFileSync(device)).toThrow('ENOENT');
  });

  it('calls a volume open while DRBD or a running instance has it, and does not remove it', () => {
    storage.run('node1', 'ganeti-perf-storage', 'boot');
    ok(storage.run('node1', 'lvcreate', '-L4m', '-nplain', 'xenvg'));
    const attributes = () =>
      ok(storage.run('node1', 'lvs', '--noheadings', '-o', 'lv_attr')).trim();
    expect(attributes()).toBe('-wi-a-----');
    const run = storage.file('node1', 'var/run/ganeti');
    mkdirSync(join(run, 'instance-disks'), { recursive: true });
    mkdirSync(join(run, 'fake-hypervisor'));
    writeFileSync(join(run, 'fake-hypervisor/inst1'), '');
    expect(attributes()).toBe('-wi-a-----');
    storage.link('node1', '/dev/xenvg/plain', 'var/run/ganeti/instance-disks/inst1:0');
    expect(attributes()).toBe('-wi-ao----');
    expect(storage.run('node1', 'lvremove', '-f', 'xenvg/plain')).toMatchObject({
      status: 5,
      text: '  Logical volume xenvg/plain in use.\n',
    });
  });

  it('gives no volume the minor 0, which Ganeti takes for none', () => {
    storage.run('node1', 'ganeti-perf-storage', 'boot');
    const create = (name: string) => ok(storage.run('node1', 'lvcreate', '-L4m', name, 'xenvg'));
    const minors = () =>
      ok(storage.run('node1', 'lvs', '--noheadings', '-o', 'lv_kernel_minor')).match(/\d+/g);
    create('-na');
    create('-nb');
    expect(minors()).toEqual(['1', '2']);
    ok(storage.run('node1', 'lvremove', '-f', 'xenvg/a'));
    create('-nc');
    expect(minors()).toEqual(['2', '1']);
  });

  it('leaves other devices to the real commands', () => {
    expect(storage.run('node1', 'dd', 'if=/dev/zero', 'of=/dev/null', 'count=0').status).toBe(0);
    expect(storage.run('node1', 'blockdev', '--getsize64', '/dev/nowhere').status).not.toBe(0);
  });
});

describe('DRBD', () => {
  const ADDRESS = { node1: 'ipv4:10.0.0.1:11000', node2: 'ipv4:10.0.0.2:11000' };
  type Node = keyof typeof ADDRESS;
  const drbd = (node: Node, ...args: readonly string[]): Said =>
    storage.run(node, 'drbdsetup', ...args);

  const resource = (node: Node): void => {
    ok(drbd(node, 'new-resource', 'resource0'));
    ok(drbd(node, 'new-minor', 'resource0', '0', '0'));
  };
  const metadata = (node: Node, command: string): Said =>
    storage.run(
      node,
      'drbdmeta',
      ...(command === 'create-md' ? ['--force'] : []),
      '/dev/drbd0',
      'v08',
      '/dev/xenvg/meta',
      'flex-external',
      command,
    );
  const attach = (node: Node): Said =>
    drbd(
      node,
      'attach',
      '0',
      '/dev/xenvg/data',
      '/dev/xenvg/meta',
      'flexible',
      '--on-io-error=detach',
      '--size',
      '100m',
    );
  const connect = (node: Node, ...more: readonly string[]): Said => {
    const other = node === 'node1' ? 'node2' : 'node1';
    const options = ['--protocol', 'C', '--after-sb-0pri', 'discard-zero-changes', ...more];
    return drbd(node, 'connect', 'resource0', ADDRESS[node], ADDRESS[other], ...options);
  };
  const disconnect = (node: Node): Said => {
    const other = node === 'node1' ? 'node2' : 'node1';
    return drbd(node, 'disconnect', ADDRESS[node], ADDRESS[other]);
  };
  /** A device as Ganeti makes it: new metadata, disk, net. */
  const assemble = (node: Node): void => {
    for (const [name, size] of [
      ['data', '-L100m'],
      ['meta', '-L128m'],
    ] as const) {
      ok(storage.run(node, 'lvcreate', '-Wn', size, `-n${name}`, '-i1', 'xenvg'));
    }
    ok(metadata(node, 'create-md'));
    resource(node);
    ok(metadata(node, 'apply-al'));
    ok(attach(node));
    ok(drbd(node, 'disk-options', '0', '--resync-rate', '61440'));
    // Ganeti makes both once more before it connects.
    resource(node);
    ok(connect(node));
  };
  /** The line of the device, without the counters' one. */
  const line = (node: Node): string => /^ *\d+: .*/m.exec(storage.procDrbd(node))?.[0].trim() ?? '';

  beforeEach(() => {
    for (const node of ['node1', 'node2']) storage.run(node, 'ganeti-perf-storage', 'boot');
  });

  it('shows both ends what the other one is', () => {
    assemble('node1');
    expect(storage.procDrbd('node1')).toMatch(/^version: 8\.4\.11 \(api:1\/proto:86-101\)\n/);
    expect(line('node1')).toBe(
      '0: cs:WFConnection ro:Secondary/Unknown ds:Inconsistent/DUnknown C r-----',
    );
    assemble('node2');
    expect(line('node1')).toBe(
      '0: cs:Connected ro:Secondary/Secondary ds:Inconsistent/Inconsistent C r-----',
    );
    expect(drbd('node1', 'primary', '0')).toMatchObject({
      status: 17,
      text: '0: State change failed: (-2) Need access to UpToDate data\n',
    });
    ok(drbd('node1', 'primary', '0', '--force'));
    expect(line('node1')).toBe(
      '0: cs:Connected ro:Primary/Secondary ds:UpToDate/UpToDate C r-----',
    );
    expect(line('node2')).toBe(
      '0: cs:Connected ro:Secondary/Primary ds:UpToDate/UpToDate C r-----',
    );
    expect(ok(storage.run('node2', 'lvs', '--noheadings', '-o', 'lv_attr'))).toBe(
      '  -wi-ao----\n  -wi-ao----\n',
    );
  });

  it('takes two primaries only where both ends allow it', () => {
    assemble('node1');
    assemble('node2');
    ok(drbd('node1', 'primary', '0', '--force'));
    expect(drbd('node2', 'primary', '0')).toMatchObject({
      status: 11,
      text: '0: State change failed: (-1) Multiple primaries not allowed by config\n',
    });
    ok(disconnect('node1'));
    expect(line('node1')).toBe('0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----');
    expect(line('node2')).toBe(
      '0: cs:WFConnection ro:Secondary/Unknown ds:UpToDate/DUnknown C r-----',
    );
    ok(disconnect('node2'));
    ok(connect('node1', '--allow-two-primaries'));
    ok(connect('node2', '--allow-two-primaries'));
    ok(drbd('node2', 'primary', '0'));
    expect(line('node2')).toBe('0: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----');
    ok(drbd('node1', 'secondary', '0'));
    expect(line('node2')).toBe(
      '0: cs:Connected ro:Primary/Secondary ds:UpToDate/UpToDate C r-----',
    );
  });

  it('goes without its disk, and catches up on a new one', () => {
    assemble('node1');
    assemble('node2');
    ok(drbd('node1', 'primary', '0', '--force'));
    ok(drbd('node1', 'detach', '0'));
    expect(line('node1')).toBe(
      '0: cs:Connected ro:Primary/Secondary ds:Diskless/UpToDate C r-----',
    );
    ok(storage.run('node1', 'dd', 'if=/dev/zero', 'of=/dev/xenvg/meta', 'bs=1048576', 'count=128'));
    expect(metadata('node1', 'apply-al')).toMatchObject({ status: 1 });
    expect(attach('node1')).toMatchObject({ status: 10 });
    ok(metadata('node1', 'create-md'));
    ok(drbd('node1', 'pause-sync', '0'));
    ok(attach('node1'));
    expect(line('node1')).toBe(
      '0: cs:PausedSyncT ro:Primary/Secondary ds:Inconsistent/UpToDate C r--u--',
    );
    ok(drbd('node1', 'resume-sync', '0'));
    expect(line('node1')).toBe(
      '0: cs:Connected ro:Primary/Secondary ds:UpToDate/UpToDate C r-----',
    );
  });

  it('remembers on its metadata device that it was up to date', () => {
    assemble('node1');
    assemble('node2');
    ok(drbd('node1', 'primary', '0', '--force'));
    ok(drbd('node2', 'down', 'resource0'));
    expect(line('node2')).toBe('');
    expect(line('node1')).toBe(
      '0: cs:WFConnection ro:Primary/Unknown ds:UpToDate/DUnknown C r-----',
    );
    ok(drbd('node1', 'down', 'resource0'));
    resource('node1');
    expect(line('node1')).toBe('0: cs:Unconfigured');
    expect(attach('node1')).toMatchObject({ status: 10 });
    ok(metadata('node1', 'apply-al'));
    ok(attach('node1'));
    expect(line('node1')).toBe(
      '0: cs:StandAlone ro:Secondary/Unknown ds:UpToDate/DUnknown   r-----',
    );
  });

  it('grows no further than the volume below it', () => {
    assemble('node1');
    ok(drbd('node1', 'primary', '0', '--force'));
    const size = () => ok(storage.run('node1', 'blockdev', '--getsize64', '/dev/drbd0'));
    ok(drbd('node1', 'resize', '0', '--size', '200m'));
    expect(size()).toBe(`${100 * 1024 ** 2}\n`);
    ok(
      storage.run(
        'node1',
        'lvextend',
        '-L',
        '+102400k',
        '--alloc',
        'contiguous',
        '/dev/xenvg/meta',
      ),
    );
    ok(storage.run('node1', 'lvextend', '-L', '+102400k', '--alloc', 'normal', '/dev/xenvg/data'));
    ok(drbd('node1', 'resize', '0', '--size', '200m'));
    expect(size()).toBe(`${200 * 1024 ** 2}\n`);
  });

  it.each([
    ['an unknown command', ['no-such'], 20],
    ['an unknown option', ['show', '--nosuch', '0'], 20],
    ['a device that is none', ['show', '7'], 10],
    ['a resource that is none', ['new-minor', 'resource7', '7', '0'], 10],
    ['a connection that is none', ['disconnect', 'ipv4:10.0.0.9:1', 'ipv4:10.0.0.8:1'], 10],
  ])('refuses %s', (_, args, status) => {
    expect(drbd('node1', ...args).status).toBe(status);
  });
});
