import { MAX_CONFIG_INSTANCES, MAX_CONFIG_NODES } from '../model/environment.ts';
import { flag, wholeNumber } from './values.ts';

/** Stopped instances and offline nodes that only the configuration has, besides those that are driven; undefined: none. */
export const configurationShape = {
  configInstances: wholeNumber(0, MAX_CONFIG_INSTANCES).optional(),
  /** They have neither disks nor NICs. */
  configBare: flag.optional(),
  configNodes: wholeNumber(0, MAX_CONFIG_NODES).optional(),
};

interface ConfigurationSettings {
  readonly configInstances?: number | undefined;
  readonly configBare?: boolean | undefined;
}
/** For each settings that have the above. */
export const isBareOfSome = ({ configInstances = 0, configBare = false }: ConfigurationSettings) =>
  configInstances > 0 || !configBare;
/** The same, where there are clusters of several sizes. */
export const isBareOfAny = ({
  configInstances = [],
  configBare = false,
}: {
  readonly configInstances?: readonly number[] | undefined;
  readonly configBare?: boolean | undefined;
}) => configInstances.some(Boolean) || !configBare;
export const BARE_OF_NONE = {
  message: 'is about the instances that --config-instances adds: say how many these are',
  path: ['configBare'],
};
