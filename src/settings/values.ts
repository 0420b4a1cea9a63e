import * as z from 'zod';
import { WorkloadNameSchema } from '../model/measurement.ts';

/**
 * Texts of the command line and of inputs, as values. Each message continues a sentence that begins
 * with the option's name: `--nodes must be between 1 and 100, got 0`.
 */

/** A whole number within bounds, both allowed. */
export const wholeNumber = (min: number, max: number) =>
  z.string().transform((text, context) => {
    const value = /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
    if (value !== undefined && value >= min && value <= max) return value;
    const wanted = value === undefined ? 'a whole number ' : '';
    const got = value === undefined ? `'${text}'` : String(value);
    const message = `must be ${wanted}between ${String(min)} and ${String(max)}, got ${got}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** The most sizes of a cluster that one list names. */
const MAX_LIST = 12;

/** Sizes of a cluster as `3,4,5,6`: whole numbers within bounds, rising. */
export const sizeList = (min: number, max: number) =>
  z.string().transform((text, context) => {
    const words = text.split(',').map((word) => word.trim());
    const values = words.map((word) => (/^\d{1,15}$/.test(word) ? Number(word) : NaN));
    const wrong = words.find((_, k) => !isWithin(values[k] ?? NaN, min, max));
    const rises = values.every((value, k) => k === 0 || value > (values[k - 1] ?? 0));
    const message =
      wrong !== undefined
        ? `must be whole numbers between ${String(min)} and ${String(max)} with commas, got '${wrong}'`
        : !rises
          ? `must rise, got '${text}'`
          : values.length > MAX_LIST
            ? `must be at most ${String(MAX_LIST)} sizes, got ${String(values.length)}`
            : undefined;
    if (message === undefined) return values;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** A {@link sizeList} of one size, or three at least: two say nothing of growth. */
export const growthSizes = (min: number, max: number) =>
  sizeList(min, max).refine((values) => values.length !== 2, {
    error: ({ input }) =>
      'must be one size, or three at least: two say nothing of growth, ' + `got '${String(input)}'`,
  });

const isWithin = (value: number, min: number, max: number): boolean => value >= min && value <= max;

/** The path of a folder or a file, as given. */
export const path = z
  .string()
  .refine((text) => text.trim() !== '', { message: 'must name a path, got an empty text' });

/** A JSON text that is a list, e.g. the arguments of a request. */
export const jsonList = z.string().transform((text, context): z.core.util.JSONType[] => {
  if (text.length > LONGEST_LIST) {
    const longest = `must be at most ${LONGEST_LIST} characters, got ${text.length}`;
    context.addIssue({ code: 'custom', message: longest });
    return z.NEVER;
  }
  const read = ListSchema.safeParse(parsedOrUndefined(text));
  if (read.success) return read.data;
  const message = `must be a list as JSON, e.g. '[[],["name"],false]', got '${text.slice(0, 200)}'`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const ListSchema = z.array(z.json());
/** Characters; it is passed on as one word of a command. */
const LONGEST_LIST = 100_000;

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A flag that is there, or an input that says so. */
export const flag = z.union([z.boolean(), z.string()]).transform((given, context) => {
  if (typeof given === 'boolean') return given;
  const text = given.trim().toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  context.addIssue({ code: 'custom', message: `must be true or false, got '${given}'` });
  return z.NEVER;
});

/** Names of workloads, each once, in the order given; separated by commas or line ends. */
export const workloadNames = z.array(z.string()).transform((texts, context) => {
  const words = texts.flatMap((text) => text.split(/[,\s]+/)).filter((word) => word !== '');
  if (words.length === 0) {
    context.addIssue({ code: 'custom', message: 'must name a workload, got an empty text' });
  }
  const bad = words.find((word) => !WorkloadNameSchema.safeParse(word).success);
  if (bad !== undefined) {
    const message = `must be a name as in workloads/ (lower-case words joined by hyphens), got '${bad}'`;
    context.addIssue({ code: 'custom', message });
  }
  return [...new Set(words)];
});

/** The name of one workload. */
export const workloadName = z
  .string()
  .refine((name) => WorkloadNameSchema.safeParse(name).success, {
    error: ({ input }) =>
      `must be a name as in workloads/ (lower-case words joined by hyphens), got '${String(input)}'`,
  });
