/** Words and, among them, names to be shown as code; any of them may come from outside. */
export type Text = readonly (string | { readonly code: string })[];
