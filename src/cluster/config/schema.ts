import * as z from 'zod';
import { seen } from '../../model/json.ts';
import { explainIssue } from '../../model/readIssue.ts';
import { validated } from '../../model/validated.ts';
import { invalidError, type PerfError } from '../../platform/errors.ts';

/** Parameters of nodes, at each level that may have some. */
const NodeParameters = z.looseObject({ ssh_port: z.int().optional() }).optional();

/**
 * What is looked at of `config.data`; all else of it is passed on as it is, whatever the version.
 * Before 2.13, an instance held its disks itself, and there were no `disks` beside the instances.
 */
const ConfigurationSchema = z.looseObject({
  cluster: z.looseObject({ serial_no: z.int(), ndparams: NodeParameters }),
  nodegroups: z.record(z.string(), z.looseObject({ name: z.string(), ndparams: NodeParameters })),
  nodes: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      uuid: z.string(),
      primary_ip: z.string(),
      secondary_ip: z.string(),
      group: z.string(),
      ndparams: NodeParameters,
      master_candidate: z.boolean(),
      offline: z.boolean(),
      drained: z.boolean(),
      vm_capable: z.boolean(),
    }),
  ),
  instances: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      serial_no: z.int(),
      primary_node: z.string(),
      disks: z.array(z.union([z.string(), z.looseObject({})])),
      nics: z.array(
        z.looseObject({
          mac: z.string(),
          ip: z.string().nullish(),
          network: z.string().nullish(),
        }),
      ),
    }),
  ),
  disks: z.record(z.string(), z.looseObject({})).optional(),
  serial_no: z.int(),
});
export type Configuration = z.infer<typeof ConfigurationSchema>;

/**
 * The configuration as it stands, in its own order. The Ganeti under test wrote it, which may be anybody's.
 *
 * @throws PerfError (exit 4) when it is no configuration of Ganeti
 */
export function parseConfiguration(text: string): Configuration {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw noConfiguration(
      `it is not whole JSON (${text.length} characters, ${seen(message)})`,
      error,
    );
  }
  const read = validated(ConfigurationSchema, value);
  // What comes out of the schema has the members first that it knows.
  if (read.success) return value as Configuration;
  const [issue] = read.error.issues;
  throw noConfiguration(issue ? explainIssue(issue, value) : 'not what Ganeti writes', read.error);
}

const noConfiguration = (reason: string, cause: unknown): PerfError =>
  invalidError(`the config.data that this Ganeti wrote cannot be read: ${reason}`, { cause });
