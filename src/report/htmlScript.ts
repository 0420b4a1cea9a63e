/** What the HTML report does beyond being read: tables are sorted and filtered. */
export const SCRIPT = `
'use strict';
`;
