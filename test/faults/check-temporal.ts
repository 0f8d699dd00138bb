import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** What Temporal keeps of one run. */
export interface TemporalRun {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  /** The whole history as JSON; payloads in Base64, as Temporal writes them. */
  readonly history: string;
}

const readsAtOnce = 20;

/** Reads every run that Temporal knows. For a server of a test's own. */
export async function readTemporal({ client }: { client: Client }): Promise<TemporalRun[]> {
  const found: { id: string; run: string; type: string; status: string }[] = [];
  for await (const { workflowId, runId, type, status } of client.workflow.list()) {
    found.push({ id: workflowId, run: runId, type, status: status.name });
  }
  const runs: TemporalRun[] = [];
  const read = async () => {
    for (let next = found.pop(); next; next = found.pop()) {
      const { id, run, type, status } = next;
      const history = historyToJSON(await client.workflow.getHandle(id, run).fetchHistory());
      runs.push({ id, type, status, history });
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, read));
  return runs;
}

/** I8: no personal data in Temporal. I9: no failed workflow. `personal`: words that only our database may hold. */
export function checkTemporal({
  runs,
  personal,
}: {
  runs: readonly TemporalRun[];
  personal: readonly string[];
}): string[] {
  return runs.flatMap(({ id, status, history }) => {
    const text = readableText(history);
    const told = personal.filter((word) => text.includes(word)).map((word) => `I8 ${id}: its history holds "${word}"`);
    return status === 'FAILED' || status === 'TIMED_OUT' ? [...told, `I9 ${id}: ${status}`] : told;
  });
}

/** A history, as `historyToJSON` gives it, with what its payloads say put behind it. */
export function readableText(history: string): string {
  const parts = [history];
  JSON.parse(history, (name, value: unknown) => {
    if (name === 'data' && typeof value === 'string') parts.push(Buffer.from(value, 'base64').toString());
    return value;
  });
  return parts.join('\n');
}
