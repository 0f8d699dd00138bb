import { prepareBuilds } from '@sodate/cli/build/prepare-builds';

/** The workflows' bundle, where it is missing or older than its source: workers take it where the product does. */
export function buildWorkflows(): Promise<void> {
  return prepareBuilds({ only: ['workflows'], say: () => {} });
}
