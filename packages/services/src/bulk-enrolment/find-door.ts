import type { Entry } from '@sodate/journey/compile/plan';
import type { VersionId } from '@sodate/journey/id';
import type { Context } from '../context.ts';
import { type RunningVersion, readVersion } from '../engine/read-version.ts';

/** Where leads come in whom a person adds. */
export interface Door {
  readonly version: RunningVersion;
  readonly entry: Entry;
}

/** The version's trigger "added by hand"; undefined where it has none. */
export async function findDoor({
  context,
  version: id,
}: {
  context: Context;
  version: VersionId;
}): Promise<Door | undefined> {
  const version = await readVersion({ context, id });
  const entry = version.plan.entries.find(({ trigger }) => trigger.kind === 'person');
  return entry === undefined ? undefined : { version, entry };
}
