import { basename } from 'node:path';
import { grouped } from '../model/grouped.ts';
import type { ClusterPlan, InstancePlan, NodePlan } from './clusterPlan.ts';
import { execOn, inBatches } from './nodes.ts';
import { HANDOVER } from './writeConfiguration.ts';

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
places = [(os.path.join("${HANDOVER}", folder), os.path.join("/run/ganeti", folder))
          for folder in ${JSON.stringify(OF_RUNNING)}]
for home, here in places:
    if not os.path.isdir(here):
        os.mkdir(here)
        shutil.copystat(home, here)
for names in json.load(sys.stdin):
    for home, here in places:
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
 * Gives instances that are in the configuration the files of their disks, and has their nodes take them for running.
 *
 * @param template one that runs, and that they are like
 * @param disksOf the files that are an instance's disks
 */
export async function copyInstances(
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
  await execOn(plan.master, ['sh', '-c', COPY_FILES], { input: lines.join(''), signal });
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
    const input = JSON.stringify(names);
    await execOn(node, ['python3', '-c', MARK_RUNNING], { input, signal });
  });
}
