import { lead } from '@sodate/database/schema/lead';
import { sentMail } from '@sodate/database/schema/mail';
import { mailLinks } from '@sodate/mail/tracking/mail-links';
import { readTrackingKeys } from '@sodate/services/mail/read-tracking-keys';
import { desc, eq } from 'drizzle-orm';
import type { Zoo } from '../zoo/start-zoo.ts';
import type { Installation } from './publish-journeys.ts';
import { RefusedError, untilDone } from './until-done.ts';

/** What a visitor can do; each resolves once the API has acknowledged it, however often it died meanwhile. */
export interface VisitorActs {
  /** Says who the person is, then opens the page that starts the journey. */
  arrive(who: number, title: string): Promise<void>;
  visit(who: number, path: string): Promise<void>;
  buy(who: number): Promise<void>;
  /** A trait changes, as a customer's own system would tell. */
  retitle(who: number, title: string): Promise<void>;
  /** Clicks the link in the newest mail; nothing where there is none yet. */
  click(who: number): Promise<void>;
  open(who: number): Promise<void>;
  /** Acts that were acknowledged, by the number that their event bears, and whose they are. */
  readonly acknowledged: ReadonlyMap<string, number>;
}

const browser = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
const site = 'https://shop.example.jp';

/** The visitors of a zoo: everything goes through the API's own endpoints. */
export function createVisitorActs({ zoo, installation }: { zoo: Zoo; installation: Installation }): VisitorActs {
  const acknowledged = new Map<string, number>();
  let acts = 0;
  const post = async (who: number, messages: readonly object[]) => {
    const act = `act-${++acts}`;
    const batch = messages.map((message, index) => ({
      userId: `user-${who}`,
      messageId: `${act}/${index}`,
      ...message,
      // A form's event keeps its fields only.
      ...('properties' in message ? { properties: { fields: { act }, ...Object(message.properties), act } } : {}),
    }));
    await untilDone('the API takes events', async () => {
      const answer = await fetch(`${zoo.apiUrl}/v1/batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ writeKey: installation.writeKey, batch }),
        signal: AbortSignal.timeout(15_000),
      });
      if (answer.status === 400) throw new RefusedError(`events were refused: ${await answer.text()}`);
      return answer.ok;
    });
    if (messages.some((message) => 'properties' in message)) acknowledged.set(act, who);
  };
  const page = (path: string) => ({ type: 'page', properties: { url: `${site}${path}` } });
  const follow = async (who: number, kind: 'click' | 'open') => {
    const url = await untilDone('the newest mail is read', async () => ({ url: await findLink({ zoo, who, kind }) }));
    if (url.url === undefined) return;
    const address = url.url;
    await untilDone('the API follows a link', async () => {
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: { 'user-agent': browser },
        signal: AbortSignal.timeout(15_000),
      });
      return answer.status < 500;
    });
  };
  return {
    acknowledged,
    arrive: (who, title) =>
      post(who, [
        { type: 'identify', traits: { email: `lead-${who}@example.jp`, name: `坂井 ${who}`, title } },
        page('/start'),
      ]),
    visit: (who, path) => post(who, [page(path)]),
    buy: (who) => post(who, [{ type: 'track', event: 'Form Submitted', properties: { form: 'buy' } }]),
    retitle: (who, title) => post(who, [{ type: 'identify', traits: { title } }]),
    click: (who) => follow(who, 'click'),
    open: (who) => follow(who, 'open'),
  };
}

async function findLink({
  zoo: { context, apiUrl },
  who,
  kind,
}: {
  zoo: Zoo;
  who: number;
  kind: 'click' | 'open';
}): Promise<string | undefined> {
  const [newest] = await context.database
    .select({ id: sentMail.id, links: sentMail.links })
    .from(sentMail)
    .innerJoin(lead, eq(lead.id, sentMail.leadId))
    .where(eq(lead.userId, `user-${who}`))
    .orderBy(desc(sentMail.id))
    .limit(1);
  if (!newest) return undefined;
  const keys = await readTrackingKeys({ context });
  const links = mailLinks({ publicUrl: apiUrl, keys, sentMail: newest.id });
  const [first] = newest.links;
  if (kind === 'open') return links.pixelUrl;
  return first === undefined ? undefined : links.linkUrl({ number: first.number });
}
