import type { Failure } from '../../../model/failure.ts';
import { code, type Report } from '../../model.ts';

/** Why a run did not measure what it was to measure. */
export function failureReport({ kind, message, lines }: Failure): Report {
  return {
    status: 'invalid',
    title: 'Not measured',
    verdict: [WORDS[kind]],
    context: [message],
    sections:
      lines.length === 0
        ? []
        : [
            {
              title: 'What it said last',
              prominence: 'detail',
              blocks: [code(lines.join('\n'))],
            },
          ],
  };
}

const WORDS: Readonly<Record<Failure['kind'], string>> = {
  build: 'the build failed',
  cluster: 'a command in the cluster failed',
  environment: 'the machine cannot run it',
  invalid: 'what was measured is not valid',
  usage: 'it was asked for what cannot be done',
  interrupted: 'the run was ended',
  defect: 'ganeti-perf itself failed',
};
