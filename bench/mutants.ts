// The mutation score: small mechanical changes of Ganeti's Python, one at a time (an RPC twice, a command, a
// sleep, a message, a read of the configuration more), and how many of them the suite sees.
//
//   npx tsx bench/mutants.ts --out OUT [--ganeti debian:trixie] [NAME...]
//
// In OUT are defects.json and the reports, as `defects run` leaves them. Ends with 0 whatever the score is, unless
// one could not be measured.
import { parseArgs } from 'node:util';
import { terminalLog } from '../src/platform/log/terminalLog.ts';
import { withSignals } from '../src/platform/process/signals.ts';
import { readSettings } from '../src/settings/settings.ts';
import { renderMarkdown } from '../src/report/render/markdown/markdown.ts';
import { run } from '../src/run.ts';
import { runDefects } from '../src/usecases/defects/runDefects.ts';
import { MUTANTS } from './mutants/operators.ts';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, ganeti: { type: 'string' } },
});
const unknown = names.find((name) => !MUTANTS.some((mutant) => mutant.name === name));
if (unknown !== undefined) {
  throw new Error(`no mutant '${unknown}': ${MUTANTS.map(({ name }) => name).join(', ')}`);
}
const wanted = MUTANTS.filter(({ name }) => names.length === 0 || names.includes(name));
const settings = readSettings.defects({ out: 'perf-results/mutants', ...options }, (key) => key);
const log = terminalLog({ verbose: false });
const { result, report } = await withSignals(
  async (signal) => runDefects(wanted, settings, { log, signal }, run),
  log,
);
process.stdout.write(renderMarkdown(report));

const seen = new Set(['caught', 'otherwise']);
const tried = result.defects.filter(({ outcome }) => seen.has(outcome) || outcome === 'missed');
const score = tried.filter(({ outcome }) => seen.has(outcome)).length;
const lost = result.defects.length - tried.length;
process.stdout.write(`\nseen: ${score} of ${tried.length}; not measured: ${lost}\n`);
process.exitCode = lost === 0 ? 0 : 4;
