// How the time for what comes from outside grows with its size: each case at a size and at four times that, in
// turns, the fastest of three; 4 is linear. What takes more than 8 is tried again, as a busy machine may have disturbed
// the longer one alone; if it does so five times, it is told at the end, and the exit status is 1.
//
//   npx tsx bench/untrusted.ts [a part of the names of cases]
import pc from 'picocolors';
import { CASES } from './untrusted/cases.ts';
import { ratioOf, type Ratio } from './untrusted/ratio.ts';

/** Sorting and caches cost some more than in proportion; the square would be 16. */
const MOST = 8;
/** Shorter times say nothing of growth. */
const SHORTEST = 0.03;
const TRIES = 5;

const [wanted = ''] = process.argv.slice(2);
const bad: string[] = [];
for (const one of CASES.filter(({ name }) => name.includes(wanted))) {
  const isSlow = ({ large, ratio }: Ratio): boolean => large > SHORTEST && ratio > MOST;
  let found = ratioOf(one);
  for (let tries = 1; tries < TRIES && isSlow(found); tries++) found = ratioOf(one);
  const { small, large, ratio } = found;
  const slow = isSlow(found);
  if (slow) bad.push(one.name);
  const columns = [
    one.name.padEnd(60),
    String(one.size).padStart(9),
    `${small.toFixed(3)} s`,
    `${large.toFixed(3)} s`,
    `× ${ratio.toFixed(1)}`,
  ];
  process.stdout.write(`${(slow ? pc.red : String)(columns.join('  '))}\n`);
}
if (bad.length > 0) {
  process.stdout.write(`more than in proportion: ${bad.join('; ')}\n`);
  process.exitCode = 1;
}
