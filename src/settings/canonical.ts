/** The workloads that are measured when nothing else is asked for. */
export const CANONICAL = ['instance-restart', 'cluster-verify', 'mass-migrate'] as const;
