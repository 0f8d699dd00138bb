import type { Text } from '@sodate/journey/text';

/** Something made from source: the editor, the tracker, the workflow bundle. */
export interface Build {
  readonly name: string;
  readonly title: Text;
  /** Files and folders, from the repository's root, that its result depends on. */
  readonly inputs: readonly string[];
  /** The file that is there once it was made, from the root. */
  readonly output: string;
  /** Without this file there is nothing to build. */
  readonly entry: string;
  run(): Promise<void>;
}
