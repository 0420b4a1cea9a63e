import jStat from 'jstat';

/** The half width, in standard errors, of a two-sided interval of this confidence: Student's t. */
export const studentT = (confidence: number, degreesOfFreedom: number): number =>
  jStat.studentt.inv((1 + confidence) / 2, degreesOfFreedom);

/** What a ratio of two mean squares stays below with this confidence: Fisher's F. */
export const fisherF = (confidence: number, above: number, below: number): number =>
  jStat.centralF.inv(confidence, above, below);
