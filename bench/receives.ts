// Whether a probe counts system calls right: requests are sent by probes/request.py under strace, while the tracer of
// probes counts the calls of the same process in the kernel; so both see the same calls, or one is wrong.
//
//   npx tsx bench/receives.ts [CONFIG-INSTANCES...], 0 and 500 by default
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHANNEL_FACTS } from '../src/cluster/channels.ts';
import type { NodePlan } from '../src/cluster/clusterPlan.ts';
import { openContainerTestbed, restoreNodes } from '../src/cluster/containerTestbed.ts';
import { startDaemons } from '../src/cluster/daemons.ts';
import { removeNodes } from '../src/cluster/remove.ts';
import { parseSent } from '../src/cluster/sendRequests.ts';
import { startTracerHost, type TracerHost } from '../src/cluster/tracerHost.ts';
import { sum } from '../src/model/numbers.ts';
import type { Calls, Client } from '../src/model/probe.ts';
import { ensureImage } from '../src/platform/engine/images.ts';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { createDisposal } from '../src/platform/process/disposal.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { projectRoot } from '../src/platform/projectRoot.ts';
import { withSocketCalls } from '../src/trace/collect/socketCalls.ts';
import { readSocketCalls } from '../src/trace/events/socketCalls.ts';
import { RECEIVES, SENDS } from '../src/trace/program/socketCallsProgram.ts';
import { callsOf } from './receives/straceCalls.ts';

const REQUESTS = 20;
/** What is asked for: small, and as large as the configuration. */
const METHODS = ['echo', 'readConfig'] as const;
const CLIENTS: readonly Client[] = ['raw', 'ganeti'];
/** Of the processes, by which the tracer knows them. */
const NAME = 'probe-receives';
/** In the tracer's container; of each process a file. */
const OUTPUT = '/tmp/receives';

const log = terminalLog({ verbose: false });
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [0, 500];

await withSignals(async (signal) => {
  for (const configInstances of sizes) {
    const disposal = createDisposal(log);
    try {
      const ganeti = { kind: 'debian', suite: 'bookworm' } as const;
      const settings = { ganeti, nodes: 1, instances: 0, configInstances };
      const testbed = await openContainerTestbed(settings, { log, signal, disposal });
      const { plan, tracer, labels } = testbed;
      const context = join(projectRoot(), 'bench', 'strace');
      const wanted = { name: 'bench-strace', context, base: tracer.reference };
      const image = await ensureImage(wanted, { log, signal });
      await restoreNodes(testbed, signal);
      const host = await startTracerHost(plan, image.reference, labels, signal);
      try {
        await startDaemons(plan, signal);
        for (const method of METHODS) {
          for (const client of CLIENTS) {
            const row = await compared(host, plan.master, method, client, signal);
            process.stdout.write(
              `${configInstances} more instances, ${method}, ${client}: ${row}\n`,
            );
          }
        }
      } finally {
        await host.close();
        await removeNodes(plan);
      }
    } finally {
      await disposal.dispose();
    }
  }
}, log);

/** The requests' calls, as both saw them. Where they differ, the exit status is 1. */
async function compared(
  host: TracerHost,
  master: NodePlan,
  method: string,
  client: Client,
  signal: AbortSignal,
): Promise<string> {
  const script = await readFile(join(projectRoot(), 'probes', 'request.py'), 'utf8');
  const spec = JSON.stringify({
    ...{ name: NAME, client, channel: 'wconfd', method, args: method === 'echo' ? ['x'] : [] },
    ...{ address: CHANNEL_FACTS.wconfd.address(master), port: 0 },
    ...{ concurrency: 1, repeat: REQUESTS, counted: true, warmUp: 3 },
  });
  // It starts in the tracer's container, and enters the node's namespaces before it becomes Python.
  const enter = ['nsenter', '--target', String(host.pidOf.get(master.index))];
  const spaces = ['--mount', '--uts', '--ipc', '--net', '--pid', '--'];
  const calls = ['getppid', ...RECEIVES, ...SENDS].join(',');
  const strace = ['strace', '-ff', '-ttt', '-y', '-s', '0', '-e', `trace=${calls}`, '-o', OUTPUT];
  await host.exec(['sh', '-c', `rm -f ${OUTPUT}.*`]);
  const work = (): ReturnType<TracerHost['exec']> =>
    host.exec([...strace, ...enter, ...spaces, 'python3', '-c', script, spec], {
      timeout: 600_000,
    });
  const { result, lines } = await withSocketCalls(host, NAME, work, signal);
  const { sent, received } = parseSent(result.stdout);
  const [kernel] = readSocketCalls(lines, [REQUESTS]);
  const { stdout } = await host.exec(['sh', '-c', `cat ${OUTPUT}.*`]);
  const [receive, send] = [callsOf(stdout, RECEIVES), callsOf(stdout, SENDS)];
  const alike =
    kernel &&
    same(kernel.client.receive, receive) &&
    same(kernel.client.send, send) &&
    receive.bytes === sum(received) &&
    send.bytes === sum(sent);
  if (!alike) process.exitCode = 1;
  return (
    `${alike ? 'the same' : 'NOT THE SAME'}: ` +
    `receives ${words(receive)} by strace, ${words(kernel?.client.receive)} in the kernel; ` +
    `sends ${words(send)} by strace, ${words(kernel?.client.send)} in the kernel`
  );
}

function same(a: Calls, b: Calls): boolean {
  return a.calls === b.calls && a.failed === b.failed && a.bytes === b.bytes;
}

function words(calls: Calls | undefined): string {
  return calls ? `${calls.calls} (${calls.failed} failed, ${calls.bytes} bytes)` : 'none';
}
