import type {
  CleanSettings,
  ClusterSettings,
  CompareSettings,
  DefectsListSettings,
  DefectsSettings,
  DownSettings,
  HarnessSettings,
  LearnSettings,
  MergeSettings,
  PlanSettings,
  ProbeSettings,
  ProfileSettings,
  ReportSettings,
  RunSettings,
  ScaleSettings,
  ShellSettings,
  StatusSettings,
  TraceSettings,
} from '../settings/settings.ts';

/** What the command line asks for. */
export type Command =
  | { readonly name: 'run'; readonly settings: RunSettings }
  | { readonly name: 'refresh'; readonly settings: RunSettings }
  /** `refresh` with files to learn from. */
  | { readonly name: 'learn'; readonly settings: LearnSettings }
  | { readonly name: 'trace'; readonly settings: TraceSettings }
  | { readonly name: 'probe'; readonly settings: ProbeSettings }
  | { readonly name: 'profile'; readonly settings: ProfileSettings }
  | { readonly name: 'harness'; readonly settings: HarnessSettings }
  | { readonly name: 'defects list'; readonly settings: DefectsListSettings }
  | { readonly name: 'defects run'; readonly settings: DefectsSettings }
  | { readonly name: 'scale'; readonly settings: ScaleSettings }
  | { readonly name: 'plan'; readonly settings: PlanSettings }
  | { readonly name: 'merge'; readonly settings: MergeSettings }
  | { readonly name: 'compare'; readonly settings: CompareSettings }
  | { readonly name: 'report'; readonly settings: ReportSettings }
  | { readonly name: 'cluster up'; readonly settings: ClusterSettings }
  | { readonly name: 'cluster down'; readonly settings: DownSettings }
  | { readonly name: 'cluster status'; readonly settings: StatusSettings }
  | { readonly name: 'cluster shell'; readonly settings: ShellSettings }
  | { readonly name: 'clean'; readonly settings: CleanSettings }
  /** Asked for help or the version: `text` goes to stdout, and the exit status is 0. */
  | { readonly name: 'help'; readonly text: string };

/** Where a parse of the command line ends. */
export interface Sink {
  found(command: Command): void;
  /** Help and version. */
  print(text: string): void;
}
