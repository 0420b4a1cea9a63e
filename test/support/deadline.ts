/**
 * Milliseconds after which what a test waits for is given up. It ends a hang and measures nothing: a machine
 * that starts processes ten times slower must pass as well. Speed is for `bench/`.
 */
export const HANG = 10 * 60_000;
