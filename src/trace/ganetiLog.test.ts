import { describe, expect, it } from 'vitest';
import { captured, fixture, SERIES } from '../../test/traces.ts';
import { readCommands, readServed, readServedRpcs } from './ganetiLog.ts';

/** As the node daemon logs it since its requests are answered by threads: without the port. */
const withoutPorts = (log: string) => log.replace(/( INFO [\d.]+):\d+ POST /g, '$1 POST ');

describe('readServed', () => {
  it.each(SERIES)('tells what the master served in the reboot on %s', (series) => {
    const log = fixture(`traces/${series}-node-daemon.log`);
    const { served } = captured(series).witnesses;
    expect(readServed(log)).toEqual(served.get(1));
    expect(readServed(withoutPorts(log))).toEqual(served.get(1));
    expect(withoutPorts(log)).not.toBe(log);
  });

  it('passes tracebacks and commands over', () => {
    expect(readServed(fixture('logs/verify-node-daemon.txt'))).toEqual(
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
    expect(readServed(log).get('instance_info')).toBe(1);
  });

  it.each(['', 'no log at all', 'INFO POST /x HTTP/1.1'])('finds nothing in %j', (log) => {
    expect(readServed(log)).toEqual(new Map());
  });
});

describe('readServedRpcs', () => {
  it.each(SERIES)('tells the same one by one, with their ports, on %s', (series) => {
    const log = fixture(`traces/${series}-node-daemon.log`);
    const rpcs = readServedRpcs(log);
    const counts = [...readServed(log)].map(([procedure, times]) => {
      return [rpcs.filter((rpc) => rpc.procedure === procedure).length, times];
    });
    expect(counts.filter(([one, other]) => one !== other)).toEqual([]);
    expect(counts.length).toBeGreaterThan(4);
    // A port is used again only when the connection before it has long ended.
    expect(new Set(rpcs.map(({ port }) => port)).size).toBe(rpcs.length);
  });

  it('reads the address', () => {
    expect(readServedRpcs(fixture('traces/bookworm-node-daemon.log'))[0]).toEqual({
      address: '10.213.235.101',
      port: 53774,
      procedure: 'master_node_name',
    });
  });

  it('finds nothing where the log has no ports', () => {
    expect(readServedRpcs(withoutPorts(fixture('traces/trixie-node-daemon.log')))).toEqual([]);
  });
});

describe('readCommands', () => {
  const SSH =
    'ssh -oEscapeChar=none -oHashKnownHosts=no -oGlobalKnownHostsFile=/var/lib/ganeti/known_hosts ' +
    '-oUserKnownHostsFile=/dev/null -oCheckHostIp=no -oConnectTimeout=10 ' +
    '-oHostKeyAlias=cluster.perf.test -oPort=22 -oBatchMode=yes -oStrictHostKeyChecking=yes -4 ';
  const QUESTION =
    ' \'if test -z "$GANETI_HOSTNAME"; then  hostname --fqdn;else  echo "$GANETI_HOSTNAME";fi\'';

  it.each(SERIES)('tells what the master ran in the reboot on %s', (series) => {
    expect(readCommands(fixture(`traces/${series}-node-daemon.log`))).toEqual([
      '/usr/lib/ganeti/tools/master-ip-setup start',
    ]);
  });

  it('tells them as Ganeti quoted them', () => {
    expect(readCommands(fixture('logs/verify-node-daemon.txt'))).toEqual([
      '/usr/lib/ganeti/tools/master-ip-setup start',
      ...[3, 2, 1].map((node) => `${SSH}root@node${node}.perf.test${QUESTION}`),
    ]);
  });

  it('leaves out where the output went', () => {
    const log = fixture('traces/bookworm-node-daemon.log').replace(
      'master-ip-setup start',
      "master-ip-setup start, output file '/var/log/ganeti/os/x.log'",
    );
    expect(readCommands(log)).toEqual(['/usr/lib/ganeti/tools/master-ip-setup start']);
  });

  it.each(SERIES)('finds none in the log of luxid on %s', (series) => {
    expect(readCommands(fixture(`traces/${series}-luxi-daemon.log`))).toEqual([]);
  });
});
