import type { Settings } from '@sodate/services/config/parse-settings';
import { migrateDatabase } from '../postgres/migrate-database.ts';
import { openLogFolder } from '../supervise/log-folder.ts';
import type { Part } from '../supervise/part.ts';
import { writePartsFile } from '../supervise/parts-file.ts';
import { type SupervisedPart, supervisePart } from '../supervise/supervise-part.ts';
import type { Say } from '../terminal/terminal.ts';
import { checkDatabase } from './check-database.ts';
import { checkTemporal } from './check-temporal.ts';
import type { DataFolder } from './data-folder.ts';
import type { Plan } from './plan-parts.ts';

export interface RunningParts {
  readonly list: readonly SupervisedPart[];
  /** Starts what the environment does not bring, migrates, then starts API and worker. @throws CommandError */
  start(): Promise<void>;
  /** Stops all that runs or is about to: first those that use, then those that are used, the database last. */
  stop(): Promise<void>;
}

/** The child processes of one run, all noted in the parts file. `onChange` hears when one starts or ends. */
export function runParts({
  plan,
  settings,
  data,
  say,
  onChange,
}: {
  plan: Plan;
  settings: Settings;
  data: DataFolder;
  say: Say;
  onChange: (list: readonly SupervisedPart[]) => void;
}): RunningParts {
  const logs = openLogFolder(data.logs);
  const list: SupervisedPart[] = [];
  let stopping = false;
  const changed = () => {
    noteParts({ file: data.partsFile, list });
    onChange(list);
  };
  const launch = async (parts: readonly Part[]) => {
    if (stopping) return;
    const started = parts.map((part) => supervisePart({ part, logs, say, onChange: changed }));
    list.push(...started);
    const results = await Promise.allSettled(started.map(({ ready }) => ready));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  };
  return {
    list,
    start: async () => {
      await Promise.all([launch(plan.foundation), checkGiven(settings)]);
      if (!stopping) await migrateDatabase({ url: plan.databaseUrl, say });
      await launch(plan.processes);
    },
    stop: async () => {
      stopping = true;
      for (const names of [['api', 'worker'], ['mailbox', 'temporal'], ['postgres']]) {
        await Promise.all(list.filter(({ part }) => names.includes(part.name)).map((part) => part.stop()));
      }
    },
  };
}

async function checkGiven({ DATABASE_URL: url, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace }: Settings) {
  if (url !== undefined) await checkDatabase({ url });
  if (address !== undefined) await checkTemporal({ address, namespace });
}

function noteParts({ file, list }: { file: string; list: readonly SupervisedPart[] }): void {
  const parts = list.flatMap(({ part, pid, mark }) =>
    pid === undefined ? [] : [{ name: part.name, pid, mark, stopSignal: part.stopSignal }],
  );
  writePartsFile({ file, parts });
}
