import type { VisitorRow } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import type { Context } from '../context.ts';
import type { Message } from '../event/message.ts';
import { readFirstTouch } from '../event/read-first-touch.ts';
import { readForm } from '../event/read-form.ts';
import { useClickToken } from './click-token.ts';
import { findOrCreateLead } from './find-or-create-lead.ts';
import { identifyVisitor } from './identify-visitor.ts';
import { startNewVisitor } from './start-new-visitor.ts';

/** Who acts: the browser, where there is one, and the lead, where one is known. */
export interface Person {
  readonly visitor?: VisitorRow;
  readonly lead?: LeadId;
}

interface Request {
  readonly context: Context;
  readonly message: Message;
  readonly person: Person;
  readonly trusted: boolean;
}

/**
 * Who a message is about, in the open transaction that holds the visitor's lock. A message that names a person makes or
 * fills the lead and tells whose the browser is; one that names another person than the browser's starts a new visitor.
 */
export async function settlePerson(request: Request): Promise<Person> {
  const clicked = await settleByClick(request);
  const { message, context, trusted } = request;
  const found = await findOrCreateLead({
    context,
    traits: traitsOf(message),
    trusted,
    origin: readForm({ message }) === undefined ? 'api' : 'form',
    ...(message.userId === undefined ? {} : { userId: message.userId }),
    ...(clicked.lead === undefined ? {} : { presumed: clicked.lead }),
  });
  return found === undefined ? clicked : settleVisitor({ ...request, person: clicked, lead: found.lead });
}

/** The token of a mail link tells whose an unknown browser is; it says nothing against a known one. */
async function settleByClick({ context, message, person }: Request): Promise<Person> {
  const { visitor } = person;
  if (visitor === undefined || visitor.leadId !== null || message.clickToken === undefined) return person;
  const lead = await useClickToken({ context, token: message.clickToken });
  if (lead === undefined || !(await identifyVisitor({ context, visitor: visitor.id, lead }))) return person;
  return { visitor: { ...visitor, leadId: lead }, lead };
}

async function settleVisitor({ context, message, person, lead }: Request & { readonly lead: LeadId }): Promise<Person> {
  const { visitor } = person;
  if (visitor === undefined) return { lead };
  if (visitor.leadId === lead) return { visitor, lead };
  const own =
    visitor.leadId === null
      ? visitor
      : await startNewVisitor({ context, old: visitor, firstTouch: readFirstTouch({ message }) });
  await identifyVisitor({ context, visitor: own.id, lead });
  return { visitor: { ...own, leadId: lead }, lead };
}

function traitsOf(message: Message): JsonObject {
  const form = readForm({ message });
  if (form !== undefined) return form.fields;
  const { traits } = message;
  // A group call speaks of the company; its traits are not the person's.
  return message.type === 'group' ? { company: { name: message.groupId ?? '', ...traits } } : traits;
}
