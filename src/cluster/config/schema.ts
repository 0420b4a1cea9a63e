import * as z from 'zod';

/**
 * What is looked at of `config.data`; all else of it is passed on as it is, whatever the version.
 * Before 2.13, an instance held its disks itself, and there were no `disks` beside the instances.
 */
const ConfigurationSchema = z.looseObject({
  nodes: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
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
 * @throws SyntaxError when it is no JSON
 * @throws ZodError when it is no configuration of Ganeti
 */
export const parseConfiguration = (text: string): Configuration =>
  ConfigurationSchema.parse(JSON.parse(text));
