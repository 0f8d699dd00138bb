import { describe, expect, it } from 'vitest';
import { countResults } from './count-results.ts';

function reportOf(changed: object): string {
  return JSON.stringify({ numPassedTests: 7, numFailedTests: 0, testResults: [], ...changed });
}

describe('countResults', () => {
  it('counts what passed and what failed', () => {
    expect(countResults({ text: reportOf({ numFailedTests: 2 }), exitCode: 1 })).toEqual({ passed: 7, failed: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];

    expect(countResults({ text: reportOf({ testResults }), exitCode: 1 })).toEqual({ passed: 7, failed: 1 });
  });

  it('counts a run that failed outside all tests', () => {
    expect(countResults({ text: reportOf({}), exitCode: 1 })).toEqual({ passed: 7, failed: 1 });
  });

  it.each([undefined, '', '{"numPassedTests": 7}', 'null'])(
    'counts a missing or broken report as a failure: %j',
    (text) => {
      expect(countResults({ text, exitCode: 0 })).toEqual({ passed: 0, failed: 1 });
    },
  );

  it('has no failure where all is well', () => {
    expect(countResults({ text: reportOf({}), exitCode: 0 })).toEqual({ passed: 7, failed: 0 });
  });
});
