import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { type Environment, parseSettings, type Settings } from './parse-settings.ts';

export const defaultPort = 4280;
export const defaultHost = '127.0.0.1';

/**
 * The whole configuration of a process that runs on its own (`npm run api`, `npm run worker`).
 * @throws ConfigError where a variable is missing or wrong.
 */
export function parseConfig({ environment }: { environment: Environment }): Config {
  const settings = parseSettings({ environment });
  const missing = (['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL'] as const).filter(
    (name) => settings[name] === undefined,
  );
  if (missing.length > 0) throw new ConfigError(missing.map(missingVariable));
  return {
    ...placeOf(settings),
    databaseUrl: settings.DATABASE_URL ?? '',
    temporalAddress: settings.TEMPORAL_ADDRESS ?? '',
    temporalNamespace: settings.TEMPORAL_NAMESPACE,
    smtpUrl: settings.SMTP_URL ?? '',
    ...(settings.MAILS_PER_SECOND === undefined ? {} : { mailsPerSecond: settings.MAILS_PER_SECOND }),
    ...(settings.ALLOW_PRIVATE_ADDRESSES ? { allowPrivate: true } : {}),
    ...(settings.SODATE_MAILBOX_FOLDER === undefined ? {} : { mailboxFolder: settings.SODATE_MAILBOX_FOLDER }),
    ...measuresOf(settings),
    demo: settings.SODATE_DEMO,
    logLevel: settings.LOG_LEVEL,
  };
}

function measuresOf(settings: Settings): Pick<Config, 'metricsPort' | 'metricsHost' | 'metricsToken' | 'tracesTo'> {
  const { METRICS_PORT, METRICS_HOST, METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT } = settings;
  return {
    ...(METRICS_PORT === undefined ? {} : { metricsPort: METRICS_PORT }),
    ...(METRICS_HOST === undefined ? {} : { metricsHost: METRICS_HOST }),
    ...(METRICS_TOKEN === undefined ? {} : { metricsToken: METRICS_TOKEN }),
    ...(OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { tracesTo: OTEL_EXPORTER_OTLP_ENDPOINT }),
  };
}

/** Where the installation listens and how it is reached. */
export function placeOf(settings: Settings): Pick<Config, 'host' | 'port' | 'publicUrl'> {
  const host = settings.HOST ?? defaultHost;
  const port = settings.PORT ?? defaultPort;
  return { host, port, publicUrl: settings.PUBLIC_URL ?? `http://localhost:${port}` };
}

function missingVariable(name: string) {
  return {
    ja: `環境変数 ${name} が必要です。指定するか、必要なものをすべて用意する「npm start」を使ってください。`,
    en: `The environment variable ${name} is needed. Set it, or use "npm start", which brings everything it needs.`,
  };
}
