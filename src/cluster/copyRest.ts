import { basename } from 'node:path';
import type { Progress } from '../platform/log/progress.ts';
import type { RunResult } from '../platform/process/process.ts';
import { grouped } from '../model/grouped.ts';
import type { ClusterPlan, InstancePlan, NodePlan } from './clusterPlan.ts';
import { diskFilesOf } from './config/diskFiles.ts';
import { growConfiguration } from './config/grow.ts';
import { parseConfiguration } from './config/schema.ts';
import { docker } from './docker.ts';
import { execOn, inBatches, SHARED_DIR } from './nodes.ts';
import { GANETI_FOLDER, writeConfiguration } from './writeConfiguration.ts';

/**
 * Makes the rest of a large cluster from its seed (seed.ts), all of it stopped: nodes like the seed's last one, which is no
 * master candidate, and instances like its first one. For each node that joins, Ganeti would take two processors some seconds, and
 * for each instance one or two.
 *
 * A copy has a name, UUIDs, addresses, paths of disks and a certificate of its own; all else is that of what it is like. What
 * becomes of a cluster is compared with one of which Ganeti made all: `test/cluster/copies.test.ts`, `bench/form.ts`.
 */
export async function copyRest(
  plan: ClusterPlan,
  seed: ClusterPlan,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const [template] = seed.instances;
  const nodes = plan.nodes.slice(seed.nodes.length);
  const instances = template ? plan.instances.slice(seed.instances.length) : [];
  progress?.(`${nodes.length} nodes and ${instances.length} instances as copies`);
  const config = ['cat', `${GANETI_FOLDER}/config.data`];
  const before = (await execOn(plan.master, config, { signal })).stdout;
  const grown = growConfiguration(before, {
    template: template?.name,
    instances: instances.map(({ name }) => name),
    nodes: nodes.map(({ name, address, group }) => ({ name, address, group, isOffline: false })),
  });
  await writeConfiguration(seed, grown, signal);
  await execOn(plan.master, ['mkdir', HANDOVER], { signal });
  await copyNodes(nodes, seed, signal);
  if (template) {
    const all = parseConfiguration(grown.config);
    const disksOf = ({ name }: InstancePlan): string[] => diskFilesOf(all, name);
    await copyInstances(plan, template, instances, disksOf, signal);
  }
  await execOn(plan.master, ['rm', '-r', HANDOVER], { signal });
}

/** Where files lie for a moment that other nodes get: the one place that all of them see. */
const HANDOVER = `${SHARED_DIR}/.copies`;

/** All that joining changes on a node (`docker diff`). */
const OF_A_NODE = [
  GANETI_FOLDER,
  ...['/etc/ganeti', '/run/ganeti', '/run/lock/ganeti-ssconf.lock', '/var/log/ganeti'],
];

/** By Ganeti's own function, as for a node that joins: signed by the certificate that all nodes have. */
const CERTIFICATES = `import os, sys
sys.path.insert(0, os.path.dirname(os.path.realpath("/usr/sbin/gnt-node")))
from ganeti import constants
from ganeti.tools import common
for name in sys.argv[2:]:
    common.GenerateClientCertificate(
        {constants.NDS_NODE_NAME: name}, RuntimeError, client_cert=os.path.join(sys.argv[1], name))
`;

/** `$1` is the name. The certificate keeps owner and mode of the one that it takes the place of. */
const UNPACK = `tar -xpf ${HANDOVER}/node.tar -C / && cat "${HANDOVER}/$1" > ${GANETI_FOLDER}/client.pem`;

async function copyNodes(
  nodes: readonly NodePlan[],
  { nodes: there }: ClusterPlan,
  signal?: AbortSignal,
): Promise<void> {
  const like = there.at(-1);
  if (!like || nodes.length === 0) return;
  await execOn(like, ['tar', '-cpf', `${HANDOVER}/node.tar`, '-C', '/', ...OF_A_NODE], { signal });
  const names = nodes.map(({ name }) => name);
  await execOn(like, ['python3', '-c', CERTIFICATES, HANDOVER, ...names], { signal });
  await inBatches(nodes, 8, (node) =>
    execOn(node, ['sh', '-c', UNPACK, 'sh', node.name], { signal }),
  );
}

/** Of lines with a file and the name of its copy. */
const COPY_FILES = `set -ef; while read -r from to; do
  folder=\${to%/*}
  [ -d "$folder" ] || {
    mkdir "$folder"
    chmod --reference="\${from%/*}" "$folder"
    chown --reference="\${from%/*}" "$folder"
  }
  cp -a --sparse=always "$from" "$to"
done`;

/** Where the fake hypervisor and noded keep what they know of instances that run. */
const OF_RUNNING = ['fake-hypervisor', 'instance-disks', 'instance-reason', 'bdev-cache'];

/**
 * Of a list with what to put in whose place, an object for each instance: writes what there is of the template, which is in
 * `${HANDOVER}`, under other names.
 */
const MARK_RUNNING = `import json, os, shutil, sys
def named(text, names):
    for old, new in names.items():
        text = text.replace(old, new)
    return text
for folder in ${JSON.stringify(OF_RUNNING)}:
    home, here = os.path.join("${HANDOVER}", folder), os.path.join("/run/ganeti", folder)
    if not os.path.isdir(here):
        os.mkdir(here)
        shutil.copystat(home, here)
for names in json.load(sys.stdin):
    for folder in ${JSON.stringify(OF_RUNNING)}:
        home, here = os.path.join("${HANDOVER}", folder), os.path.join("/run/ganeti", folder)
        for file in os.listdir(home):
            source, copy = os.path.join(home, file), os.path.join(here, named(file, names))
            if os.path.islink(source):
                os.symlink(named(os.readlink(source), names), copy)
                continue
            with open(source) as old, open(copy, "w") as new:
                new.write(named(old.read(), names))
            shutil.copystat(source, copy)
`;

/**
 * @param template one that runs
 * @param disksOf the files that are an instance's disks
 */
async function copyInstances(
  plan: ClusterPlan,
  template: InstancePlan,
  instances: readonly InstancePlan[],
  disksOf: (instance: InstancePlan) => string[],
  signal?: AbortSignal,
): Promise<void> {
  const first = disksOf(template);
  const pairs = (one: InstancePlan): (readonly [string, string])[] =>
    disksOf(one).flatMap((to, k) => (first[k] === undefined ? [] : [[first[k], to] as const]));
  const lines = instances.flatMap((one) => pairs(one).map(([from, to]) => `${from} ${to}\n`));
  await given(plan.master, ['sh', '-c', COPY_FILES], lines.join(''), signal);
  const nodes = new Map(plan.nodes.map((node) => [node.name, node]));
  const nodeOf = ({ primary }: InstancePlan): NodePlan => nodes.get(primary) ?? plan.master;
  const keep = `cd /run/ganeti && cp -a ${OF_RUNNING.join(' ')} ${HANDOVER}`;
  await execOn(nodeOf(template), ['sh', '-c', keep], { signal });
  await inBatches([...grouped(instances, nodeOf)], 8, async ([node, own]) => {
    const names = own.map((one) =>
      Object.fromEntries<string>([
        [template.name, one.name],
        ...pairs(one).map(([from, to]) => [basename(from), basename(to)] as const),
      ]),
    );
    await given(node, ['python3', '-c', MARK_RUNNING], JSON.stringify(names), signal);
  });
}

/** Runs a command on a node that reads this. */
const given = (
  { container }: NodePlan,
  command: readonly string[],
  input: string,
  signal?: AbortSignal,
): Promise<RunResult> =>
  docker(['exec', '--interactive', container, ...command], { input, signal });
