import type { Change } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { unreachable } from '@sodate/journey/unreachable';
import type { Context } from '../context.ts';
import { appendEvents } from '../event/append-events.ts';
import { createHandoff } from '../handoff/create-handoff.ts';
import { changeAttribute } from '../lead/change-attribute.ts';
import { changeStage } from '../lead/change-stage.ts';
import type { LockedPassage } from './lock-passage.ts';
import type { RunningVersion } from './read-version.ts';

/** Applies what an inline effect asked for, in the hop's transaction. Each change of a fact is also an event. */
export async function applyChanges({
  context,
  locked,
  version,
  node,
  visit,
  changes,
}: {
  context: Context;
  locked: LockedPassage;
  version: RunningVersion;
  node: NodeId;
  visit: number;
  changes: readonly Change[];
}): Promise<void> {
  for (const change of changes) await applyChange({ context, locked, version, node, visit, change });
}

async function applyChange({
  context,
  locked,
  version,
  node,
  visit,
  change,
}: {
  context: Context;
  locked: LockedPassage;
  version: RunningVersion;
  node: NodeId;
  visit: number;
  change: Change;
}): Promise<void> {
  const { row } = locked;
  const cause = { journey: version.journey, enrollment: row.id, node, visit };
  switch (change.kind) {
    case 'set-attribute':
      await changeAttribute({
        context,
        lead: row.leadId,
        of: change.of,
        attribute: change.attribute,
        value: change.value,
        cause,
        except: row.id,
      });
      return;
    case 'give-points':
      await appendEvents({
        context,
        except: row.id,
        events: [
          {
            lead: row.leadId,
            name: 'points-given',
            points: change.points,
            ...(change.category === undefined ? {} : { category: change.category }),
            properties: { note: change.note },
            ...cause,
          },
        ],
      });
      return;
    case 'change-stage':
      await changeStage({ context, lead: row.leadId, stage: change.stage, cause, except: row.id });
      return;
    case 'create-handoff':
      await createHandoff({
        context,
        lead: row.leadId,
        request: change.handoff,
        origin: { ...cause, test: row.test, offsetMs: row.offsetMs },
        now: locked.now,
        except: row.id,
      });
      return;
    default:
      unreachable(change);
  }
}
