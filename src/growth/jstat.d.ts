/** What is used of jStat, which has no types of its own. */
declare module 'jstat' {
  interface Inverse {
    /** The value below which a variable of this distribution lies with probability p. */
    inv(p: number, ...parameters: number[]): number;
  }
  const jStat: {
    readonly studentt: Inverse;
    readonly centralF: Inverse;
    /** The inverse of a square matrix that has one, by its rows. */
    inv(matrix: readonly (readonly number[])[]): number[][];
  };
  export default jStat;
}
