import type { NodeChoice } from '@sodate/database/schema/journey';
import { asId, type JourneyId, type NodeId, type UserId } from '@sodate/journey/id';
import { ensureDefaultCalendar } from '@sodate/services/calendar/ensure-default-calendar';
import { createPerson } from '@sodate/services/person/create-person';
import { createWriteKey } from '@sodate/services/write-key/create-write-key';
import { furnish } from '../../hosts/furnish.ts';
import { publishPlan } from '../../hosts/test-engine.ts';
import type { Zoo } from '../zoo/start-zoo.ts';
import { echoPlan, kitchenSinkPlan, mailNodes, type Surroundings } from './kitchen-sink-plan.ts';

/** A furnished installation with both journeys live, and who may ask its API for what. */
export interface Installation {
  readonly journey: JourneyId;
  readonly admin: { readonly email: string; readonly password: string };
  /** For events that a server of the customer's sends. */
  readonly writeKey: string;
  /** Publishes the next edition of the kitchen sink; whoever is at a node goes by its choice. */
  publishNext(choices: Readonly<Record<NodeId, NodeChoice>>): Promise<void>;
}

/** Words that may stand in the database only: names and addresses of the campaign's leads and people, subjects of mails. */
export const personalWords = ['坂井', '@example.jp', 'Hello'] as const;

/** Makes a database ready for a campaign: an admin, a calendar, a mail, a write key and the two journeys. */
export async function publishJourneys({ zoo: { context, callUrl } }: { zoo: Zoo }): Promise<Installation> {
  const { mail, mailVersion } = await furnish({ context });
  const admin = { email: 'admin@example.jp', password: 'correct horse battery' };
  const person = { ...admin, name: '坂井 管理', role: 'admin', language: 'en' } as const;
  const { id: user }: { id: UserId } = await createPerson({ context, input: person });
  const calendar = await ensureDefaultCalendar({ context });
  const { key } = await createWriteKey({ context, input: { name: 'campaign', kind: 'server', domains: [] } });
  const surroundings: Surroundings = { mail, callUrl, user, calendar };
  const mails = Object.fromEntries(mailNodes.map((node) => [asId<'node'>(node), mailVersion]));
  const { journey } = await publishPlan({ context, plan: kitchenSinkPlan({ surroundings, edition: 0 }), mails });
  await publishPlan({ context, plan: echoPlan() });
  let edition = 0;
  return {
    journey,
    admin,
    writeKey: key,
    publishNext: async (choices) => {
      const plan = kitchenSinkPlan({ surroundings, edition: edition + 1 });
      await publishPlan({ context, plan, journey, mails, choices });
      edition++;
    },
  };
}
