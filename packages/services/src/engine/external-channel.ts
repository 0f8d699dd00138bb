import type { EffectRow } from '@sodate/database/schema/enrollment';
import { company, lead } from '@sodate/database/schema/lead';
import type { HttpPort, Sending, SendResult } from '@sodate/nodes/kit/effect';
import { quoteValue } from '@sodate/nodes/kit/quote-value';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { createHttpPort } from '../http/create-http-port.ts';
import { readScore } from '../score/read-score.ts';
import { crashPoint } from './crash-point.ts';
import type { Channel, Errand, Prepared } from './engine-context.ts';
import { readSendResult } from './read-send-result.ts';
import { MissingNodeType } from './write-hop.ts';

/** Effects of node types that reach other systems: each does its own sending through the ports it is given. */
export function createExternalChannel({
  name,
  allowPrivate = false,
}: {
  name: string;
  /** Whether addresses of one's own network are called too. */
  allowPrivate?: boolean | undefined;
}): Channel {
  return { name, prepare: (asked) => prepare({ ...asked, allowPrivate }), recordSent: async () => {} };
}

async function prepare({
  context,
  effect,
  now,
  limitMs,
  allowPrivate,
}: Parameters<Channel['prepare']>[0] & { allowPrivate: boolean }): Promise<Prepared> {
  const installed = context.nodeTypes.effects.get(effect.kind);
  if (installed?.kind !== 'external') throw new MissingNodeType(effect.kind);
  const about = await findAbout({ context, effect, now });
  if (about === undefined) return { kind: 'not-sent', reason: 'lead-erased' };
  const send: Errand['send'] = async ({ limitMs: withinMs, beforeDot }) => {
    const hide = hideIn(about.lead);
    const untilMs = performance.now() + withinMs;
    // However often it posts, the limit is for the whole try.
    const left = () => Math.max(1, Math.ceil(untilMs - performance.now()));
    const post: HttpPort['post'] = (request) =>
      createHttpPort({ key: effect.key, limitMs: left(), allowPrivate }).post(request);
    const port = guardPort({ post, beforeDot });
    try {
      const value = await installed.send({ ...about, http: port });
      return hideLead({ hide, result: readSendResult({ type: effect.kind, value }), wordedByPort: port.worded });
    } catch (error) {
      throw hideInFault({ hide, error });
    }
  };
  return { kind: 'send', errand: { limitMs, send } };
}

interface GuardedPort extends HttpPort {
  /** What this port has said went wrong: its own words, then after ": " the receiver's. */
  readonly worded: ReadonlySet<string>;
}

/** Posting is the point of no return: a claim that has grown old is given back instead. */
function guardPort({ post, beforeDot }: HttpPort & { beforeDot: () => Promise<boolean> }): GuardedPort {
  const worded = new Set<string>();
  return {
    worded,
    post: async (request) => {
      await crashPoint('send.before-dot');
      if (!(await beforeDot())) return { kind: 'surely-not', error: 'the claim was too old to send', again: true };
      const result = await post(request);
      await crashPoint('send.after-dot');
      if (result.kind !== 'sent') worded.add(result.error);
      return result;
    },
  };
}

/**
 * A receiver may write back whom it was told of, in capitals or spaced in its own way, and so may the node type in words of
 * its own; who reads what went wrong may be one who sees no personal data. What the port itself says names nobody.
 */
function hideLead({
  hide,
  result,
  wordedByPort,
}: {
  hide: (said: string) => string;
  result: SendResult;
  wordedByPort: ReadonlySet<string>;
}): SendResult {
  if (result.kind === 'sent') return result;
  const { error } = result;
  return { ...result, error: wordedByPort.has(error) ? error.replace(/(?<=: ).*/s, hide) : hide(error) };
}

/** What an effect throws is other people's code speaking: to the log, and to whoever sees the passage. */
function hideInFault({ hide, error }: { hide: (said: string) => string; error: unknown }): Error {
  const fault = error instanceof Error ? error : new Error(`threw ${quoteValue(error)}, which is no Error`);
  const hidden = new Error(hide(fault.message));
  hidden.name = fault.name;
  hidden.stack = hide(fault.stack ?? '');
  return hidden;
}

function hideIn(about: Sending['lead']): (said: string) => string {
  const names = [about.email, about.name, about.company].flatMap((name) => {
    const letters = [...(name ?? '').replaceAll(/\s/gu, '')];
    return letters.length > 1 ? [new RegExp(letters.map(asEscaped).join('\\s*'), 'giu')] : [];
  });
  return (said) => names.reduce((rest, name) => rest.replaceAll(name, '…'), said);
}

function asEscaped(letter: string): string {
  return `\\u{${letter.codePointAt(0)?.toString(16)}}`;
}

async function findAbout({
  context,
  effect,
  now,
}: {
  context: Context;
  effect: EffectRow;
  now: Parameters<Channel['prepare']>[0]['now'];
}): Promise<Omit<Sending, 'http'> | undefined> {
  if (effect.leadId === null || effect.enrollmentId === null || effect.node === null) return undefined;
  const [row] = await context.database
    .select({ id: lead.id, name: lead.name, email: lead.email, company: company.name, erasedAt: lead.erasedAt })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(eq(lead.id, effect.leadId));
  if (!row || row.erasedAt !== null) return undefined;
  const score = await readScore({ context, lead: row.id, now });
  return {
    config: effect.config,
    key: effect.key,
    lead: { id: row.id, name: row.name, email: row.email, company: row.company, score: score.total },
    enrollment: effect.enrollmentId,
    node: effect.node,
    leadUrl: `${context.publicUrl}/leads/${row.id}`,
  };
}
