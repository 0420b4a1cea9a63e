/** One request between two of Ganeti's programs, as an arrow of a sequence diagram. */
export interface Message {
  /** Nanoseconds since the trace's first event. */
  readonly at: number;
  /** e.g. `gnt-instance`, `luxid`, `wconfd`, `job OP_INSTANCE_REBOOT`, `node2`. */
  readonly from: string;
  readonly to: string;
  /** e.g. `SubmitJob`, `instance_reboot`, `start`; for a command that was run, its program. */
  readonly text: string;
  /** `call`: an RPC; `start`: a daemon starts a job's process; `run`: a program, `to` is `from`. */
  readonly kind: 'call' | 'start' | 'run';
}
