// What a fleet of runners would take to measure every push of a repository: the pushes are those of its own history, the
// queue is simulated. Nothing is measured here; how long a leg takes is given, in minutes.
//
//   npx tsx bench/fleet.ts CHECKOUT [--since 2024-01-01] [--legs 3,4] [--build 7] [--times 1,10] [--runners 1,2,4]
//
// --legs     minutes of each job of a push, which run at once where there are runners
// --build    minutes that each of them takes more where the push changes Haskell
// --times    how many times as many pushes there are: each again at another moment of the same week
import { parseArgs } from 'node:util';
import { quantile } from '../src/model/latency.ts';
import { run } from '../src/platform/process/process.ts';

const MINUTE = 60;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Commits of one author that are nearer than that are one push. */
const TOGETHER = 60 * MINUTE;

interface Push {
  /** Seconds. */
  readonly at: number;
  readonly compiles: boolean;
}
interface Leg {
  readonly push: number;
  readonly at: number;
  /** Seconds. */
  readonly takes: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    since: { type: 'string', default: '2024-01-01' },
    legs: { type: 'string', default: '3' },
    build: { type: 'string', default: '7' },
    times: { type: 'string', default: '1,10' },
    runners: { type: 'string', default: '1,2,4' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name a checkout: npx tsx bench/fleet.ts CHECKOUT');
const numbers = (text: string): number[] => text.split(',').map(Number);
const legs = numbers(values.legs);

const pushes = await readPushes(folder);
const weeks = ((pushes.at(-1)?.at ?? 0) - (pushes[0]?.at ?? 0)) / WEEK;
const compiling = pushes.filter(({ compiles }) => compiles).length;
print(
  `${pushes.length} pushes in ${weeks.toFixed(0)} weeks, ${compiling} of them change Haskell; ` +
    `jobs of ${legs.join(', ')} minutes, ${values.build} more where something is compiled`,
);
print(
  '| pushes a week | runners | minutes of runners a week | busy | answer after, half | 95 % | at worst |',
);
print('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const times of numbers(values.times)) {
  const all = crowd(pushes, times);
  for (const runners of numbers(values.runners)) {
    const { answers, busy } = simulate(all, runners);
    const sorted = answers.toSorted((a, b) => a - b);
    const minutes = (share: number): string => (quantile(sorted, share) / MINUTE).toFixed(0);
    const columns = [
      (all.length / weeks).toFixed(1),
      runners,
      (busy / MINUTE / weeks).toFixed(0),
      `${((100 * busy) / (runners * weeks * WEEK)).toFixed(1)} %`,
      `${minutes(0.5)} min`,
      `${minutes(0.95)} min`,
      `${minutes(1)} min`,
    ];
    print(`| ${columns.join(' | ')} |`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The pushes of all branches, as their commits' authors and times tell them. */
async function readPushes(checkout: string): Promise<Push[]> {
  const log = ['log', '--all', '--no-merges', `--since=${values.since}`, '--name-only'];
  const { stdout } = await run('git', ['-C', checkout, ...log, '--format=%x00%ct %ae']);
  const commits = stdout
    .split('\0')
    .slice(1)
    .map((text) => {
      const [head = '', ...files] = text.split('\n').filter(Boolean);
      const [time = '', author = ''] = head.split(' ');
      return { at: Number(time), author, compiles: files.some((file) => file.endsWith('.hs')) };
    })
    .toSorted((a, b) => a.at - b.at);
  const last = new Map<string, { at: number; compiles: boolean }>();
  const found: { at: number; compiles: boolean }[] = [];
  for (const { at, author, compiles } of commits) {
    const before = last.get(author);
    if (before && at - before.at < TOGETHER) {
      Object.assign(before, { at, compiles: before.compiles || compiles });
    } else {
      const push = { at, compiles };
      found.push(push);
      last.set(author, push);
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** The same pushes so many times, each some hours further on in its week. */
function crowd(once: readonly Push[], times: number): Push[] {
  const step = WEEK / times;
  const again = Array.from({ length: times }, (_, k) =>
    once.map(({ at, compiles }) => {
      const week = Math.floor(at / WEEK) * WEEK;
      return { at: week + ((at - week + k * step) % WEEK), compiles };
    }),
  );
  return again.flat().toSorted((a, b) => a.at - b.at);
}

/** First come, first served: seconds from each push to the end of its last job, and all seconds that runners worked. */
function simulate(all: readonly Push[], runners: number): { answers: number[]; busy: number } {
  const build = Number(values.build);
  const jobs: Leg[] = all.flatMap(({ at, compiles }, push) =>
    legs.map((minutes) => ({ push, at, takes: (minutes + (compiles ? build : 0)) * MINUTE })),
  );
  const free = Array.from({ length: runners }, () => 0);
  const ends = all.map(({ at }) => at);
  for (const { push, at, takes } of jobs) {
    const next = free.indexOf(Math.min(...free));
    const end = Math.max(at, free[next] ?? 0) + takes;
    free[next] = end;
    ends[push] = Math.max(ends[push] ?? 0, end);
  }
  const answers = ends.map((end, k) => end - (all[k]?.at ?? 0));
  return { answers, busy: jobs.reduce((sum, { takes }) => sum + takes, 0) };
}
