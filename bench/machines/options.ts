import { parseArgs } from 'node:util';
import * as z from 'zod';
import { usageError } from '../../src/platform/errors.ts';
import { MAX_CONFIG_INSTANCES } from '../../src/model/environment.ts';
import { path, wholeNumber, workloadNames } from '../../src/settings/values.ts';
import { CANONICAL } from '../../src/settings/canonical.ts';
import { SERIES } from './result.ts';
import { ROWS, type Row } from './rows.ts';

const words = (given: string): string[] => given.split(/[,\s]+/).filter((word) => word !== '');

const rows = z.string().transform((given, context): Row[] =>
  words(given).flatMap((name) => {
    const row = ROWS.find((known) => known.name === name);
    if (row) return [row];
    const known = ROWS.map((each) => each.name).join(', ');
    context.addIssue({ code: 'custom', message: `must be of ${known}, got '${name}'` });
    return [];
  }),
);

const OptionsSchema = z.object({
  series: z
    .string()
    .transform(words)
    .pipe(z.array(z.enum(SERIES, `must be of ${SERIES.join(', ')}`)))
    .prefault(SERIES.join()),
  rows: rows.prefault(ROWS.map(({ name }) => name).join()),
  workloads: z
    .string()
    .transform((given) => [given])
    .pipe(workloadNames)
    .prefault(CANONICAL.join()),
  repeat: wholeNumber(1, 100).prefault('1'),
  'config-instances': wholeNumber(0, MAX_CONFIG_INSTANCES).prefault('0'),
  /** A planted defect: the matrix then has to find it, on every machine. */
  overlay: path.optional(),
  out: path.prefault('perf-results/machines'),
});
export type Options = z.infer<typeof OptionsSchema>;

/**
 * @throws PerfError (exit 2) that names the option and what it may be
 */
export function parseOptions(argv: readonly string[]): Options {
  const option = { type: 'string' } as const;
  const options = {
    series: option,
    rows: option,
    workloads: option,
    repeat: option,
    'config-instances': option,
    overlay: option,
    out: option,
  };
  const parsed = OptionsSchema.safeParse(wordsOf(argv, options));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw usageError(`--${String(issue?.path[0])} ${issue?.message}`);
}

function wordsOf(
  argv: readonly string[],
  options: Record<string, { readonly type: 'string' }>,
): unknown {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw usageError((error as Error).message, { cause: error });
  }
}
