import type { ClusterPlan, NodePlan } from './clusterPlan.ts';
import { execOn, inBatches } from './nodes.ts';
import { GANETI_FOLDER, HANDOVER } from './writeConfiguration.ts';

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

/**
 * Gives nodes that have never run what joining leaves on a node.
 *
 * @param there a stopped cluster, whose last node they become like
 */
export async function copyNodes(
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
