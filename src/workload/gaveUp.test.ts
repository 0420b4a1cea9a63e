import { expect, it } from 'vitest';
import { connectionGivenUp } from './gaveUp.ts';

/** Of a verify of eighty nodes on two slow processors. */
const LOG = `2026-11-29 20:52:49,239: job-16 pid=181 ERROR RPC error in node_verify on node e53d4627-305c-495a-8447-5ff331bca451: Error 28: SSL connection timeout
2026-11-29 20:52:49,240: job-16 pid=181 ERROR RPC error in node_verify on node 7e060bb2-d43f-45b8-b498-cfd56b7139f4: Error 28: SSL connection timeout
2026-11-29 20:52:49,241: job-16 pid=181 ERROR Network error: [Errno 32] Broken pipe, retrying (retry attempt number 1)`;

it('a connection that Ganeti gave up is found in the log of its jobs, with the RPC that it was for', () => {
  expect(connectionGivenUp(LOG)).toBe('node_verify');
});

it.each([
  ['nothing of it', LOG.replace(/^.*RPC error.*$/gm, '')],
  [
    'another reason',
    LOG.replaceAll('Error 28: SSL connection timeout', 'Error 7: Connection refused'),
  ],
  [
    'an answer that took too long',
    LOG.replaceAll('SSL connection timeout', 'Operation timed out after 60000 milliseconds'),
  ],
])('%s is none', (_, log) => {
  expect(connectionGivenUp(log)).toBeUndefined();
});
