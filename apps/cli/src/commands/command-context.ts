import { connect } from '@sodate/database/connect';
import { loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import { type Context, systemClock } from '@sodate/services/context';
import { realTimings } from '@sodate/services/timings';

/** What verbs need, for a command that calls some and ends. Faults reach the terminal as errors; nothing is logged. */
export async function commandContext({
  databaseUrl,
  publicUrl,
  statementTimeoutMs = 60_000,
}: {
  databaseUrl: string;
  publicUrl: string;
  statementTimeoutMs?: number;
}): Promise<{ context: Context; close: () => Promise<void> }> {
  const pool = connect({ url: databaseUrl, size: 2, name: 'sodate-cli', statementTimeoutMs });
  const silent = () => {};
  const context: Context = {
    database: pool.database,
    actor: { kind: 'system' },
    clock: systemClock,
    timings: realTimings,
    nodeTypes: await loadInstalledNodeTypes(),
    logger: { info: silent, warn: silent, error: silent },
    publicUrl,
  };
  return { context, close: pool.close };
}
