import { lead, visitor } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { isTestAddress } from '../lead/is-test-address.ts';
import { readTestAddresses } from '../organisation/read-test-addresses.ts';
import { inTransaction } from '../transaction.ts';
import { fillLead } from './fill-lead.ts';
import { type Claim, type Claimed, findClaimedLead, fitsClaim } from './find-claimed-lead.ts';
import { type PersonTraits, readTraits } from './read-traits.ts';

/** How a lead came to be, kept with its first event. */
export type LeadOrigin = 'form' | 'api' | 'import' | 'person';

interface Request {
  readonly context: Context;
  /** Any spelling; what is not a mail address is passed over. Else the one among the traits. */
  readonly email?: string;
  readonly userId?: string;
  /** As sent: names in any known spelling. */
  readonly traits: JsonObject;
  /** A server's key or one of our own people: may overwrite. A browser fills what is empty only. */
  readonly trusted: boolean;
  readonly origin: LeadOrigin;
  /** The lead that the same browser belonged to so far: taken where nothing speaks against it. */
  readonly presumed?: LeadId;
}

export interface FoundLead {
  readonly lead: LeadId;
  readonly created: boolean;
}

/**
 * Finds the lead that a person says to be, or makes one, and writes what is newly known of it; each change is an event.
 * @returns undefined where neither an address nor a userId is told, and nobody is presumed; and where a browser tells an
 * address that is none, and no name: nobody could do anything with such a lead
 */
export async function findOrCreateLead(request: Request): Promise<FoundLead | undefined> {
  const traits = readTraits({
    traits: { ...request.traits, ...(request.email === undefined ? {} : { email: request.email }) },
  });
  const claim: Claim = {
    ...(traits.email === undefined ? {} : { email: traits.email }),
    ...(request.userId === undefined ? {} : { userId: request.userId }),
  };
  const named = claim.email !== undefined || claim.userId !== undefined;
  if (!named && request.presumed === undefined) return undefined;
  return inTransaction({ context: request.context }, (context) =>
    findOrCreateInside({ ...request, context, claim, person: traits }),
  );
}

type Inside = Request & { readonly claim: Claim; readonly person: PersonTraits };

async function findOrCreateInside(request: Inside): Promise<FoundLead | undefined> {
  const { context, claim } = request;
  const claimed = await findClaimedLead({ context, claim });
  const id = claimed.lead ?? (claimed.emailTaken ? undefined : await presumedLead(request));
  if (id === undefined && isNobody(request)) return undefined;
  if (id === undefined) return create({ ...request, claimed });
  const allowed = withoutTaken({ claim, claimed });
  const changed = await fillLead({ ...request, lead: id, claim: allowed, traits: request.person });
  // Found before it was locked: who it is now is looked up anew.
  if (changed === undefined) return findOrCreateInside(request);
  const events = changed.map((attribute) => ({
    name: 'attribute-changed' as const,
    lead: id,
    properties: { of: 'lead', attribute },
  }));
  await storeEvents({ context, events });
  return { lead: id, created: false };
}

function isNobody({ trusted, person }: Inside): boolean {
  return !trusted && person.emailUnread === true && person.fields.name === undefined;
}

async function presumedLead({ context, presumed, claim }: Inside): Promise<LeadId | undefined> {
  if (presumed === undefined) return undefined;
  const [known] = await context.database
    .select({ id: lead.id, email: lead.email, userId: lead.userId })
    .from(lead)
    .where(and(eq(lead.id, presumed), isNull(lead.mergedInto), isNull(lead.erasedAt)));
  return known !== undefined && fitsClaim({ known, claim }) ? known.id : undefined;
}

function withoutTaken({ claim, claimed }: { claim: Claim; claimed: Claimed }): Claim {
  const { email, ...rest } = claim;
  return email === undefined || claimed.emailTaken ? rest : claim;
}

async function create(request: Inside & { readonly claimed: Claimed }): Promise<FoundLead | undefined> {
  const { context, person, origin } = request;
  const claim = withoutTaken(request);
  const test = await isTest({ context, claim });
  const [made] = await context.database
    .insert(lead)
    .values({ ...claim, test })
    .onConflictDoNothing()
    .returning({ id: lead.id });
  // Somebody made the same lead since we looked; its row is committed now, so the second look finds it.
  if (made === undefined) return findOrCreateInside(request);
  await context.database.insert(visitor).values({ leadId: made.id });
  await fillLead({ ...request, lead: made.id, claim: {}, traits: person });
  await storeEvents({ context, events: [{ name: 'lead-created', lead: made.id, properties: { origin } }] });
  return { lead: made.id, created: true };
}

async function isTest({ context, claim }: { context: Context; claim: Claim }): Promise<boolean> {
  if (claim.email === undefined) return false;
  return isTestAddress({ email: claim.email, testAddresses: await readTestAddresses({ context }) });
}
