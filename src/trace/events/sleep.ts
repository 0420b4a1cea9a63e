/** What sleeps are told apart by. Nanoseconds. */
const STEP = 10_000_000;

/**
 * The seconds that a program asked to sleep for, in steps of 10 ms. One that names a deadline, as CPython
 * does from 3.11 on, computes it a little before the call, so what remains is always a little less: it is
 * rounded up.
 *
 * @param ns what remains when the call is made
 */
export const askedFor = (ns: number): number => Math.ceil(ns / STEP) / 100;
