import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a test of a setting found: said in one sentence, then the other side's own words, then what to do. */
export function TestResult({
  ok,
  title,
  answer,
  mend,
}: {
  ok: boolean;
  title: string;
  answer?: string | undefined;
  mend?: ReactNode;
}) {
  return (
    <Alert color={ok ? 'ok' : 'warn'} role="status">
      <b>{title}</b>
      {answer !== undefined && answer !== '' && <p style={{ overflowWrap: 'anywhere' }}>{answer}</p>}
      {mend !== undefined && mend !== null && <p>{mend}</p>}
    </Alert>
  );
}
