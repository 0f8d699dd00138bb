import { edgeIdOf } from '@sodate/journey/graph/graph';
import { asId, type JourneyId } from '@sodate/journey/id';
import { nodesInAColumn } from './nodes-in-a-column.ts';
import type { signInByApi } from './sign-in-by-api.ts';
import type { TestSodate } from './start-sodate.ts';

type Api = Awaited<ReturnType<typeof signInByApi>>;

/** Fits into the shortest name. `broken` is what the test listens for. */
export const hostile = `"><img src=x onerror=broken()>`;
/** Out of every kind of quotes and brackets, and turned round. */
const longer = `${hostile}'\`</textarea></style></title><script>broken()</script><svg onload=broken()>\u202e\u200b{{ 7 | times: 7 }}{% raw %}</mj-text><mj-raw><script>broken()</script></mj-raw>`;
/** For names with some room. */
const fitting = longer.slice(0, 80);
/** As much as a field of a form may hold, and more. */
const endless = `${hostile}${'あ'.repeat(3_400)}`;
const link = 'javascript:broken()';

export const lead = { email: 'eve@hostile.test', name: 'Eve' };

/** What a stranger may send: pages, forms, names, where they came from. */
export async function sendHostileEvents({ sodate, api }: { sodate: TestSodate; api: Api }): Promise<void> {
  const { key } = await api.writeKeys.create.mutate({ name: hostile, kind: 'server', domains: [] });
  const campaign = { source: hostile, medium: longer, name: longer, term: longer, content: link };
  const anonymousId = 'a-stranger';
  const page = (url: string) => ({ url, referrer: link, title: longer });
  const bodies = [
    { path: 'page', body: { context: { page: page(link), campaign }, properties: { url: link, title: longer } } },
    { path: 'page', body: { context: { page: page(`https://a.test/price/${hostile}`), campaign } } },
    { path: 'track', body: { event: fitting, properties: { [hostile]: longer, link } } },
    {
      path: 'track',
      body: {
        event: 'Form Submitted',
        properties: {
          form: longer,
          fields: { ...lead, company: fitting, message: endless, [hostile]: link },
          consents: [{ topic: 'marketing', wording: longer }],
        },
        context: { page: page(link), campaign },
      },
    },
    {
      path: 'identify',
      body: { userId: 'eve', traits: { email: lead.email, title: fitting, page: link } },
    },
  ];
  for (const { path, body } of bodies) {
    const answer = await fetch(`${sodate.url}/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${key}:`)}` },
      body: JSON.stringify({ anonymousId, ...body }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }
}

/** What a colleague may write: names of everything, and a file of leads. */
export async function storeHostileNames({ api }: { api: Api }) {
  const name = hostile;
  await api.attributes.save.mutate({ of: 'lead', name: 'page', title: { ja: name, en: name }, kind: 'text' });
  const person = { name, email: 'mallory@sodate.test', role: 'sales-rep', language: 'ja' } as const;
  const { id: user } = await api.people.invite.mutate(person);
  await api.teams.save.mutate({ name: fitting, members: [user] });
  await api.organisation.update.mutate({ name: fitting });
  const file = { name: fitting, fields: ['name', 'email', 'company'] as const, existing: 'fill' as const };
  const { import: started } = await api.leadImports.create.mutate({ ...file, fields: [...file.fields], rows: 2 });
  const rows = [
    { number: 1, cells: [fitting, 'row@hostile.test', hostile] },
    { number: 2, cells: [hostile, `${hostile}(at)hostile`, hostile] },
  ];
  await api.leadImports.addRows.mutate({ import: started, rows });
  await api.leadImports.start.mutate({ import: started });
  return { user };
}

/** Two mails: one as a marketer would write it, filled in by what a lead said; the other breaks out of MJML and Liquid. */
export async function storeHostileMails({ api }: { api: Api }) {
  const body = `<mjml><mj-body><mj-section><mj-column><mj-text>{{ lead.name }} {{ lead.company }} {{ lead.attributes.page }}
    <a href="{{ lead.attributes.page }}">{{ lead.title }}</a></mj-text></mj-column></mj-section></mj-body></mjml>`;
  const filled = { name: fitting, kind: 'reply', subject: `${hostile} {{ lead.name }}`, body } as const;
  const { id: mail } = await api.mails.create.mutate({ ...filled, preview: hostile });
  const raw = `<mjml><mj-body><mj-raw><script>broken()</script><img src=x onerror="broken()"></mj-raw><mj-section><mj-column>
    <mj-text>${longer}<a href="${link}">x</a></mj-text></mj-column></mj-section></mj-body></mjml>`;
  const { id: breakout } = await api.mails.create.mutate({ ...filled, name: hostile, subject: longer, body: raw });
  return { mail, breakout };
}

/** A journey whose every word is hostile: sends the mail, then hands over to `user`. Published. */
export async function publishHostileJourney({
  api,
  mail,
  user,
}: {
  api: Api;
  mail: string;
  user: string;
}): Promise<JourneyId> {
  const { id: journey } = await api.journeys.create.mutate({ name: fitting });
  const [calendar] = await api.calendars.list.query();
  const handOff = {
    to: { kind: 'user', user },
    followUp: longer,
    questions: [longer],
    sla: { amount: 1, unit: 'business-hours' },
    calendar: calendar?.id ?? '',
  };
  const nodes = nodesInAColumn([
    { type: 'added-by-person', config: {}, title: hostile },
    { type: 'send-mail', config: { mail }, title: hostile },
    { type: 'hand-off', config: handOff, title: hostile },
    { type: 'end', config: {}, title: hostile },
  ]);
  const ways = [
    ['n_0', 'done', 'n_1'],
    ['n_1', 'done', 'n_2'],
    ['n_2', 'opportunity', 'n_3'],
    ['n_2', 'rejected', 'n_3'],
    ['n_2', 'lost', 'n_3'],
  ] as const;
  const edges = ways.map(([from, outcome, to]) => ({ from: asId<'node'>(from), outcome, to: asId<'node'>(to) }));
  const note = { id: asId<'note'>('t_1'), position: { x: 300, y: 0 }, size: { width: 200, height: 90 }, text: longer };
  const group = { id: asId<'group'>('g_1'), title: hostile, nodes: [asId<'node'>('n_1'), asId<'node'>('n_2')] };
  const commands = [
    { kind: 'paste', nodes, edges },
    { kind: 'put-note', note },
    { kind: 'put-group', group },
  ] as const;
  const { revision } = await api.journeys.draft.query({ journey });
  const drawn = await api.journeys.applyCommands.mutate({
    journey,
    clientId: 'hostile',
    base: revision,
    commands: commands.map((command, index) => ({
      id: edgeIdOf({ from: asId(`c_${index}`), outcome: 'drawn' }),
      command,
    })),
  });
  await api.journeys.addComment.mutate({ journey, node: asId<'node'>('n_1'), body: longer });
  await api.journeys.publish.mutate({ journey, revision: drawn.revision, choices: {} });
  return journey;
}

/** All that sales may write about a lead; rejected in the end. */
export async function answerHostilely({ api, handoff }: { api: Api; handoff: string }): Promise<void> {
  await api.handoffs.addNote.mutate({ handoff, note: longer });
  await api.handoffs.fillBant.mutate({ handoff, answers: { bantBudget: longer, bantNeed: hostile } });
  await api.handoffs.reject.mutate({ handoff, reason: 'too-early', note: longer });
}
