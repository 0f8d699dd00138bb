import type { EventName } from '@sodate/journey/event/event';
import type { JsonObject } from '@sodate/journey/json';
import { type Stage, stages } from '@sodate/journey/stage';
import { asInstant, type Instant, plus } from '@sodate/journey/time/instant';
import {
  casePages,
  contactPage,
  featurePages,
  homePage,
  pricePage,
  requestPage,
  type SeedPage,
} from './demo-visits.ts';
import type { SeedForm } from './form-words.ts';
import type { Random } from './random.ts';

/** One act of a seeded lead. `by`: the browser, or the lead itself where no browser takes part. */
export interface SeedEvent {
  readonly by: 'browser' | 'lead';
  readonly name: EventName;
  readonly at: Instant;
  readonly page?: SeedPage;
  readonly form?: SeedForm;
  /** Index of the mail among those the installation has. */
  readonly mail?: number;
  readonly outcome?: string;
  readonly properties?: JsonObject;
}

export interface SeedHistory {
  /** In order of time; never later than now. */
  readonly events: readonly SeedEvent[];
  readonly stage: Stage;
  readonly stageAt: Instant;
  readonly consented: boolean;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * What a person did before now: visits, the form by which we learnt of them, our mails and how they took them, and how
 * far sales came. The more they read, the further they are.
 */
export function makeHistory({ now, random, mails }: { now: Instant; random: Random; mails: number }): SeedHistory {
  const interest = random.weigh([
    ['glance', 34],
    ['learning', 34],
    ['comparing', 22],
    ['deciding', 10],
  ] as const);
  const events: SeedEvent[] = [];
  const began = officeHours({ at: plus(now, -random.between(2, 75) * day), random });
  const known = visit({ from: began, pages: firstPages({ interest, random }), random, events });
  const consented = random.chance(0.72);
  const sent = becomeKnown({
    at: known,
    form: interest === 'deciding' ? 'contact' : 'document-request',
    consented,
    events,
  });
  for (let number = 0; number < Math.min(mails, consented ? 3 : 1); number += 1) {
    receive({ at: plus(sent, number * 4 * day + 5 * minute), mail: number, interest, random, events });
  }
  for (let again = 0; again < returns[interest]; again += 1) {
    const at = officeHours({ at: plus(sent, random.between(1, 40) * day), random });
    visit({ from: at, pages: laterPages({ interest, random }), random, events });
  }
  const moves = progress({ interest, random });
  for (const [index, stage] of moves.entries()) {
    const at = officeHours({ at: plus(sent, (index + 1) * random.between(2, 6) * day), random });
    const from = moves[index - 1] ?? stages[0];
    events.push({ by: 'lead', name: 'stage-changed', at, outcome: stage, properties: { from, to: stage } });
  }
  const past = events.filter((event) => event.at <= now).sort((a, b) => a.at - b.at);
  const reached = past.findLast((event) => event.name === 'stage-changed');
  const stage = moves.find((move) => move === reached?.outcome) ?? stages[0];
  return { events: past, stage, stageAt: reached?.at ?? sent, consented };
}

type Interest = 'glance' | 'learning' | 'comparing' | 'deciding';

const returns: Readonly<Record<Interest, number>> = { glance: 0, learning: 1, comparing: 2, deciding: 4 };

function firstPages({ interest, random }: { interest: Interest; random: Random }): SeedPage[] {
  const read = interest === 'glance' ? [] : [random.pick(featurePages), ...laterPages({ interest, random })];
  return [homePage, ...read, interest === 'deciding' ? contactPage : requestPage];
}

function laterPages({ interest, random }: { interest: Interest; random: Random }): SeedPage[] {
  switch (interest) {
    case 'glance':
      return [];
    case 'learning':
      return [random.pick(featurePages), random.pick(featurePages)];
    case 'comparing':
      return [random.pick(casePages), random.pick(featurePages), ...(random.chance(0.4) ? [pricePage] : [])];
    default:
      return [pricePage, random.pick(casePages), ...(random.chance(0.5) ? [pricePage] : [])];
  }
}

/** Reads the pages one after another; gives the moment after the last. */
function visit({
  from,
  pages,
  random,
  events,
}: {
  from: Instant;
  pages: readonly SeedPage[];
  random: Random;
  events: SeedEvent[];
}): Instant {
  let at = from;
  for (const page of pages) {
    events.push({ by: 'browser', name: 'page-viewed', at, page });
    at = plus(at, random.between(20, 210) * 1_000);
  }
  return at;
}

function becomeKnown({
  at,
  form,
  consented,
  events,
}: {
  at: Instant;
  form: SeedForm;
  consented: boolean;
  events: SeedEvent[];
}): Instant {
  events.push({ by: 'lead', name: 'lead-created', at, properties: { origin: 'form' } });
  events.push({ by: 'browser', name: 'visitor-identified', at: plus(at, 1) });
  events.push({ by: 'browser', name: 'form-submitted', at: plus(at, 2), form });
  if (consented)
    events.push({ by: 'lead', name: 'consent-given', at: plus(at, 3), properties: { topic: 'marketing' } });
  return at;
}

const opens: Readonly<Record<Interest, number>> = { glance: 0.25, learning: 0.45, comparing: 0.65, deciding: 0.8 };

function receive({
  at,
  mail,
  interest,
  random,
  events,
}: {
  at: Instant;
  mail: number;
  interest: Interest;
  random: Random;
  events: SeedEvent[];
}): void {
  events.push({ by: 'lead', name: 'mail-sent', at, mail });
  if (!random.chance(opens[interest])) return;
  const opened = plus(at, random.between(4, 1_500) * minute);
  events.push({ by: 'lead', name: 'mail-opened', at: opened, mail });
  if (!random.chance(opens[interest] / 2)) return;
  const clicked = plus(opened, random.between(5, 80) * 1_000);
  const page = random.pick(casePages);
  events.push({ by: 'lead', name: 'mail-clicked', at: clicked, mail, page });
  events.push({ by: 'browser', name: 'page-viewed', at: plus(clicked, 900), page });
}

/** The stages reached one after another, as far as people of this interest come. */
function progress({ interest, random }: { interest: Interest; random: Random }): Stage[] {
  if (interest === 'glance' || interest === 'learning') return [];
  const way = ['mql', 'sql', 'opportunity', 'customer'] as const;
  const share = interest === 'deciding' ? 0.6 : 0.25;
  let reached = 0;
  while (reached < way.length && random.chance(share)) reached += 1;
  return way.slice(0, reached);
}

/** The same day between 9:00 and 18:00 in Tokyo (UTC+9, no daylight saving time), Monday to Friday. */
function officeHours({ at, random }: { at: Instant; random: Random }): Instant {
  const tokyo = 9 * 60 * minute;
  const dayStart = Math.floor((at + tokyo) / day) * day;
  const weekday = new Date(dayStart).getUTCDay();
  const workday = weekday === 0 ? dayStart + day : dayStart - (weekday === 6 ? day : 0);
  return asInstant(workday - tokyo + 9 * 60 * minute + random.between(0, 9 * 60 * 60) * 1_000);
}
