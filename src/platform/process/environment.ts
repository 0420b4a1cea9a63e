import { proxyVariables } from '../network/proxies.ts';

/**
 * What every program that we start finds in its environment besides ours: the proxies in both spellings, and the
 * language that its messages are read in, whatever the user's is.
 */
export const environmentOfPrograms = (): Readonly<Record<string, string>> => ({
  ...proxyVariables(),
  LC_ALL: 'C.UTF-8',
  // gettext looks here first.
  LANGUAGE: '',
});
