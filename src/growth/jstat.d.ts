/** What is used of jStat, which has no types of its own. */
declare module 'jstat' {
  interface Inverse {
    /** The value below which a variable of this distribution lies with probability p. */
    inv(p: number, ...parameters: number[]): number;
  }
  const jStat: { readonly studentt: Inverse; readonly centralF: Inverse };
  export default jStat;
}
