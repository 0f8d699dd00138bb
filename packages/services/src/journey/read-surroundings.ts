import { thing } from '@sodate/database/schema/event';
import { journey } from '@sodate/database/schema/journey';
import { attributeDefinition } from '@sodate/database/schema/lead';
import { mail } from '@sodate/database/schema/mail';
import { calendar, organisation, team, teamMember } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { builtInAttributes } from '../attribute/built-in-attributes.ts';
import type { Context } from '../context.ts';
import { readKnownForms } from '../form/read-known-forms.ts';
import { brokenLinksSql } from '../mail/broken-links-sql.ts';
import { isSampleSql } from '../mail/is-sample-sql.ts';
import { awayNow } from '../person/away-now.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { demoPages } from '../seed/demo-visits.ts';
import { isMadeUpPerson } from '../seed/sales-people.ts';

/** What exists beside a journey: all but its own nodes. */
export type OutsideWorld = Omit<Surroundings, 'nodes'>;

/** Lists for pickers are cut here; newest first, so what is being built now is always among them. */
const mostOfEach = 1_000;

/** With more of them, that none fits a page asked for is not told. */
const mostPages = 1_000;

/** The names of everything a node may refer to: attributes, mails, people, teams, calendars, forms, journeys. */
export async function readSurroundings({ context }: { context: Context }): Promise<OutsideWorld> {
  return {
    attributes: [...columnAttributes, ...(await readOwnAttributes(context))],
    mails: await readMails(context),
    sender: await readSender(context),
    users: await context.database
      .select({
        id: user.id,
        name: user.name,
        role: user.role,
        manages: sql<boolean>`${user.role} = 'sales-manager'`,
        away: awayNow(context),
        madeUp: sql<boolean>`${isMadeUpPerson()}`,
      })
      .from(user)
      .where(eq(user.banned, false))
      .orderBy(asc(user.name))
      .limit(mostOfEach),
    teams: await readTeams(context),
    calendars: await readCalendars(context),
    scoreCategories: await readScoreCategories(context),
    forms: await readKnownForms({ context, most: mostOfEach }),
    ...(await readPages(context)),
    journeys: await context.database
      .select({ id: journey.id, name: journey.name })
      .from(journey)
      .where(isNull(journey.archivedAt))
      .orderBy(desc(journey.updatedAt))
      .limit(mostOfEach),
  };
}

async function readCalendars({ database }: Context): Promise<Surroundings['calendars']> {
  const rows = await database
    .select({ id: calendar.id, name: calendar.name, hours: calendar.hours })
    .from(calendar)
    .orderBy(desc(calendar.isDefault), asc(calendar.name))
    .limit(mostOfEach);
  return rows.map(({ hours, ...named }) => ({ ...named, weekends: hours[6].length + hours[7].length > 0 }));
}

const columnAttributes = builtInAttributes.map(({ of, name, title, kind }) => ({ of, name, title, kind }));

async function readOwnAttributes({ database }: Context): Promise<Surroundings['attributes']> {
  const rows = await database.select().from(attributeDefinition).orderBy(asc(attributeDefinition.createdAt));
  return rows.map(({ of, name, title, kind, options }) => ({
    of,
    name,
    title,
    kind,
    ...(options === null ? {} : { options }),
  }));
}

async function readMails({ database }: Context): Promise<Surroundings['mails']> {
  return await database
    .select({
      id: mail.id,
      name: mail.name,
      subject: mail.subject,
      ready: mail.ready,
      kind: mail.kind,
      isSample: isSampleSql,
      brokenLinks: brokenLinksSql,
    })
    .from(mail)
    .where(isNull(mail.archivedAt))
    .orderBy(desc(mail.updatedAt))
    .limit(mostOfEach);
}

/** Pages that visitors have seen, and those of the demo site where there is one. None before anybody has come. */
async function readPages({ database, demo = false, publicUrl }: Context): Promise<Pick<Surroundings, 'pages'>> {
  const rows = await database
    .select({ key: thing.key })
    .from(thing)
    .where(eq(thing.kind, 'page'))
    .limit(mostPages + 1);
  if (rows.length > mostPages) return {};
  if (rows.length === 0 || !demo) return { pages: rows.map(({ key }) => key) };
  const { host } = new URL(publicUrl);
  const ofDemo = demoPages.flatMap(({ path }) => [path.ja, path.en]).map((path) => `${host}${path}`);
  return { pages: [...new Set([...rows.map(({ key }) => key), ...ofDemo])] };
}

async function readScoreCategories(context: Context): Promise<Surroundings['scoreCategories']> {
  const { rules } = await readScoreRules({ context });
  return [...new Set(rules.flatMap(({ category }) => category ?? []))].sort();
}

async function readSender({ database }: Context): Promise<Surroundings['sender']> {
  const [row] = await database.select({ sender: organisation.sender }).from(organisation);
  return { postalAddress: row?.sender.postalAddress ?? '' };
}

async function readTeams({ database }: Context): Promise<Surroundings['teams']> {
  return await database
    .select({ id: team.id, name: team.name, members: count(user.id) })
    .from(team)
    .leftJoin(teamMember, eq(teamMember.teamId, team.id))
    .leftJoin(user, and(eq(user.id, teamMember.userId), eq(user.banned, false)))
    .groupBy(team.id)
    .orderBy(asc(team.name))
    .limit(mostOfEach);
}
