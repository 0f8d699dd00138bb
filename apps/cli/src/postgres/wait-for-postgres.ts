import postgres from 'postgres';
import { waitUntil } from '../process/wait-until.ts';

/** Waits until the server at the URL answers a query. */
export async function waitForPostgres({ url, withinMs }: { url: string; withinMs: number }): Promise<void> {
  await waitUntil({ check: () => answers(url), what: 'PostgreSQL answers', withinMs, everyMs: 40 });
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}
