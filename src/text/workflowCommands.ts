/**
 * A line of an Action's log in which no workflow command begins. The runner takes `::name::` and `##[name]`
 * anywhere in a line for one; `gap` comes between their characters.
 */
export const withoutCommands = (line: string, gap = ' '): string =>
  line.replace(/:(?=:)|#(?=#\[)/g, `$&${gap}`);
