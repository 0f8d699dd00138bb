import { connect } from 'node:net';
import { channelWorker } from '@sodate/database/schema/mail';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface PartHealth {
  readonly ok: boolean;
  /** What is wrong, for the person who runs the installation. */
  readonly why?: string;
}

export interface Health {
  readonly ok: boolean;
  readonly parts: { readonly database: PartHealth; readonly temporal: PartHealth; readonly worker: PartHealth };
}

/** A worker writes its heartbeat every few seconds; three missed ones mean it is gone. */
const heartbeatLostMs = 30_000;

/** Whether each part can be reached now. Never throws. */
export async function readHealth({
  context,
  temporalAddress,
}: {
  context: Context;
  temporalAddress: string;
}): Promise<Health> {
  const [database, temporal, worker] = await Promise.all([
    checkDatabase({ context }),
    checkTemporal(temporalAddress),
    checkWorker({ context }),
  ]);
  return { ok: database.ok && temporal.ok && worker.ok, parts: { database, temporal, worker } };
}

async function checkDatabase({ context }: { context: Context }): Promise<PartHealth> {
  try {
    await context.database.execute(sql`select 1`);
    return { ok: true };
  } catch {
    return { ok: false, why: 'the database does not answer' };
  }
}

async function checkWorker({ context }: { context: Context }): Promise<PartHealth> {
  try {
    const [row] = await context.database
      .select({ seenAt: sql<string | null>`max(${channelWorker.seenAt})` })
      .from(channelWorker);
    if (row?.seenAt == null) return { ok: false, why: 'no worker has started yet' };
    const silentMs = context.clock.now() - Date.parse(row.seenAt);
    if (silentMs <= heartbeatLostMs) return { ok: true };
    return { ok: false, why: `no worker has been heard for ${Math.round(silentMs / 1_000)} s` };
  } catch {
    return { ok: false, why: 'cannot be told without the database' };
  }
}

function checkTemporal(address: string): Promise<PartHealth> {
  const [host, port] = splitAddress(address);
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const settle = (health: PartHealth) => {
      socket.destroy();
      resolve(health);
    };
    socket.once('connect', () => settle({ ok: true }));
    socket.once('timeout', () => settle({ ok: false, why: `no answer from ${address}` }));
    socket.once('error', (error) => settle({ ok: false, why: `${address}: ${error.message}` }));
  });
}

function splitAddress(address: string): [string, number] {
  const cut = address.lastIndexOf(':');
  return [address.slice(0, cut), Number(address.slice(cut + 1))];
}
