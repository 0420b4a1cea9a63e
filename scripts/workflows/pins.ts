/** An action of somebody else's: the one release of it that every workflow here uses. */
export interface Pin {
  /** A tag can be moved, a commit cannot. */
  readonly commit: string;
  /** The tag of that commit. */
  readonly version: string;
  /** Those of its inputs that are given here. */
  readonly inputs: readonly string[];
}

const cache = {
  commit: '27d5ce7f107fe9357f9df03efb73ab90386fccae',
  version: 'v5.0.5',
  inputs: ['path', 'key'],
};

/** By the name before the `@` of `uses`. */
export const PINS: Readonly<Record<string, Pin>> = {
  'actions/cache/restore': cache,
  'actions/cache/save': cache,
  'actions/checkout': {
    commit: '3d3c42e5aac5ba805825da76410c181273ba90b1',
    version: 'v7.0.1',
    inputs: [
      'repository',
      'ref',
      'path',
      'fetch-depth',
      'persist-credentials',
      'sparse-checkout',
      'sparse-checkout-cone-mode',
    ],
  },
  'actions/download-artifact': {
    commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
    version: 'v8.0.1',
    inputs: ['name', 'pattern', 'merge-multiple', 'path', 'run-id', 'github-token'],
  },
  'actions/setup-node': {
    commit: '820762786026740c76f36085b0efc47a31fe5020',
    version: 'v7.0.0',
    inputs: ['node-version'],
  },
  'actions/upload-artifact': {
    commit: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
    version: 'v7.0.0',
    inputs: ['name', 'path', 'if-no-files-found'],
  },
};
