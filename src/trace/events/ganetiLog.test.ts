import { describe, expect, it } from 'vitest';
import { captured, fixture, SERIES } from '../../../test/support/traces.ts';
import { readCommands, readServed } from './ganetiLog.ts';

/** As the node daemon logs it since its requests are answered by threads: without the port, quoted. */
const withoutPorts = (log: string) =>
  log.replace(/( INFO [\d.]+):\d+ (POST \S+ HTTP\/[\d.]+) (\d+)/g, '$1 - "$2" $3 -');

/** How often each procedure was served. */
const counted = (log: string): Map<string, number> => countOf(readServed(log));
function countOf(rpcs: readonly { readonly procedure: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { procedure } of rpcs) counts.set(procedure, (counts.get(procedure) ?? 0) + 1);
  return counts;
}
const commandsOf = (log: string): string[] => readCommands(log).map(({ command }) => command);

describe('readServed', () => {
  it.each(SERIES)('tells what the master served in the reboot on %s', (series) => {
    const log = fixture(`traces/${series}-node-daemon.log`);
    const { served } = captured(series).sources;
    expect(counted(log)).toEqual(countOf(served.get(1)!));
    expect(counted(withoutPorts(log))).toEqual(countOf(served.get(1)!));
    expect(withoutPorts(log)).not.toBe(log);
  });

  it('passes tracebacks and commands over', () => {
    expect(counted(fixture('logs/verify-node-daemon.txt'))).toEqual(
      new Map([
        ['master_node_name', 2],
        ['all_instances_info', 1],
        ['node_activate_master_ip', 1],
        ['write_ssconf_files', 1],
      ]),
    );
  });

  it('counts a request once that was answered by an error', () => {
    const log = fixture('traces/bookworm-node-daemon.log').replaceAll(
      /(instance_info HTTP\/1\.1) 200/g,
      '$1 500',
    );
    expect(counted(log).get('instance_info')).toBe(1);
  });

  it.each(['', 'no log at all', 'INFO POST /x HTTP/1.1'])('finds nothing in %j', (log) => {
    expect(readServed(log)).toEqual([]);
  });

  it("has the caller's end of each connection", () => {
    const rpcs = readServed(fixture('traces/bookworm-node-daemon.log'));
    expect(rpcs[0]).toEqual({
      address: '10.213.235.101',
      port: 53774,
      procedure: 'master_node_name',
      at: Date.UTC(2026, 10, 23, 2, 2, 20, 287),
    });
    // A port is used again only when the connection before it has long ended.
    expect(new Set(rpcs.map(({ port }) => port)).size).toBe(rpcs.length);
    expect(rpcs.length).toBeGreaterThan(4);
  });

  it('does not know when, of a line whose beginning is cut off', () => {
    const [rpc] = readServed(' pid=93 INFO 10.0.0.1:5 POST /version HTTP/1.1 200');
    expect(rpc).toEqual({ address: '10.0.0.1', port: 5, procedure: 'version', at: undefined });
  });

  it('has no port where the log has none', () => {
    const rpcs = readServed(withoutPorts(fixture('traces/trixie-node-daemon.log')));
    expect(new Set(rpcs.map(({ port }) => port))).toEqual(new Set([undefined]));
  });
});

describe('readCommands', () => {
  it('counts a command once that two handlers of one file have logged', () => {
    const log = fixture('logs/upgrade-commands.txt');
    const shown = commandsOf(log).map((command) => command.split(' ')[0]);
    expect(shown).toEqual(['ssh', 'ssh', 'ssh', '/usr/lib/ganeti/tools/cfgupgrade']);
    // The lines of the one handler alone.
    const plain = log.replace(/^.* process:221 .*\n/gm, '');
    expect(commandsOf(plain)).toEqual(commandsOf(log));
    expect(plain.length).toBeLessThan(log.length);
  });

  const SSH =
    'ssh -oEscapeChar=none -oHashKnownHosts=no -oGlobalKnownHostsFile=/var/lib/ganeti/known_hosts ' +
    '-oUserKnownHostsFile=/dev/null -oCheckHostIp=no -oConnectTimeout=10 ' +
    '-oHostKeyAlias=cluster.perf.test -oPort=22 -oBatchMode=yes -oStrictHostKeyChecking=yes -4 ';
  const QUESTION =
    ' \'if test -z "$GANETI_HOSTNAME"; then  hostname --fqdn;else  echo "$GANETI_HOSTNAME";fi\'';

  it.each(SERIES)('tells what the master ran in the reboot on %s', (series) => {
    expect(commandsOf(fixture(`traces/${series}-node-daemon.log`))).toEqual([
      '/usr/lib/ganeti/tools/master-ip-setup start',
    ]);
  });

  it('tells them as Ganeti quoted them', () => {
    expect(commandsOf(fixture('logs/verify-node-daemon.txt'))).toEqual([
      '/usr/lib/ganeti/tools/master-ip-setup start',
      ...[3, 2, 1].map((node) => `${SSH}root@node${node}.perf.test${QUESTION}`),
    ]);
  });

  it('tells when', () => {
    const [first] = readCommands(fixture('logs/verify-node-daemon.txt'));
    expect(first?.at).toBe(Date.UTC(2026, 10, 23, 1, 48, 26, 508));
  });

  it('leaves out where the output went', () => {
    const log = fixture('traces/bookworm-node-daemon.log').replace(
      'master-ip-setup start',
      "master-ip-setup start, output file '/var/log/ganeti/os/x.log'",
    );
    expect(commandsOf(log)).toEqual(['/usr/lib/ganeti/tools/master-ip-setup start']);
  });

  it.each(SERIES)('finds none in the log of luxid on %s', (series) => {
    expect(commandsOf(fixture(`traces/${series}-luxi-daemon.log`))).toEqual([]);
  });
});
