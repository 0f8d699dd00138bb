import { z } from 'zod';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * What Vitest's JSON report says. A file that could not even be loaded counts as one failure; so does a run that
 * failed for a reason that is no test's, or left no report (`text` undefined).
 */
export function countResults({ text, exitCode }: { text: string | undefined; exitCode: number }): Count {
  const parsed = report.safeParse(parseJson(text));
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = parsed.data;
  const unloadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = numFailedTests + unloadable.length;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
