import type { Settings } from '@sodate/services/config/parse-settings';
import { superuser } from '../postgres/prepare-cluster.ts';
import { findFreePort } from '../process/find-free-port.ts';
import type { Part } from '../supervise/part.ts';
import { obtainTemporal } from '../temporal/obtain-temporal.ts';
import type { Say } from '../terminal/terminal.ts';
import type { DataFolder } from './data-folder.ts';
import { nodePart } from './node-part.ts';
import { postgresPart } from './postgres-part.ts';
import type { StartOptions } from './start-options.ts';
import { temporalPart } from './temporal-part.ts';

export interface Plan {
  /** What API and worker stand on, as far as the environment does not bring it. */
  readonly foundation: readonly Part[];
  readonly processes: readonly Part[];
  readonly databaseUrl: string;
  readonly publicUrl: string;
}

/** Which parts to run and with what settings. May download or build the Temporal program. @throws CommandError */
export async function planParts({
  options,
  settings,
  data,
  say,
}: {
  options: StartOptions;
  settings: Settings;
  data: DataFolder;
  say: Say;
}): Promise<Plan> {
  const [postgresPort, temporalPort, mailboxPort] = await Promise.all([findFreePort(), findFreePort(), findFreePort()]);
  const foundation: Part[] = [];
  const namespace = settings.TEMPORAL_NAMESPACE;

  const ownDatabase = `postgres://${superuser}:${data.databasePassword}@127.0.0.1:${postgresPort}/postgres`;
  if (settings.DATABASE_URL === undefined)
    foundation.push(postgresPart({ data, port: postgresPort, url: ownDatabase }));
  if (settings.TEMPORAL_ADDRESS === undefined) {
    const program = await obtainTemporal({ env: process.env, say });
    foundation.push(temporalPart({ data, program, port: temporalPort, namespace }));
  }
  const mailbox = { SODATE_MAILBOX_FOLDER: data.mailbox, SODATE_MAILBOX_PORT: String(mailboxPort) };
  if (settings.SMTP_URL === undefined) foundation.push(nodePart({ name: 'mailbox', environment: mailbox }));

  const databaseUrl = settings.DATABASE_URL ?? ownDatabase;
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${options.port}`;
  const environment = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: settings.TEMPORAL_ADDRESS ?? `127.0.0.1:${temporalPort}`,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: settings.SMTP_URL ?? `smtp://127.0.0.1:${mailboxPort}`,
    ...(settings.MAILS_PER_SECOND === undefined ? {} : { MAILS_PER_SECOND: String(settings.MAILS_PER_SECOND) }),
    ALLOW_PRIVATE_ADDRESSES: settings.ALLOW_PRIVATE_ADDRESSES ? '1' : '0',
    PUBLIC_URL: publicUrl,
    HOST: options.host,
    PORT: String(options.port),
    LOG_LEVEL: settings.LOG_LEVEL,
    SODATE_DEMO: '1',
    ...(settings.SMTP_URL === undefined ? mailbox : {}),
  };
  const processes = [nodePart({ name: 'api', environment }), nodePart({ name: 'worker', environment })];
  return { foundation, processes, databaseUrl, publicUrl };
}
