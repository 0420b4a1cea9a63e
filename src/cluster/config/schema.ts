import * as z from 'zod';

/** Parameters of nodes, at each level that may have some. */
const NodeParameters = z.looseObject({ ssh_port: z.int().optional() }).optional();

/**
 * What is looked at of `config.data`; all else of it is passed on as it is, whatever the version.
 * Before 2.13, an instance held its disks itself, and there were no `disks` beside the instances.
 */
const ConfigurationSchema = z.looseObject({
  cluster: z.looseObject({ serial_no: z.int(), ndparams: NodeParameters }),
  nodegroups: z.record(z.string(), z.looseObject({ ndparams: NodeParameters })),
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
 * The configuration as it stands, in its own order.
 *
 * @throws SyntaxError when it is no JSON
 * @throws ZodError when it is no configuration of Ganeti
 */
export function parseConfiguration(text: string): Configuration {
  const value: unknown = JSON.parse(text);
  // What comes out of the schema has the members first that it knows.
  ConfigurationSchema.parse(value);
  return value as Configuration;
}
