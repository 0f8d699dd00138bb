import type { Text } from '@sodate/journey/text';
import { z } from 'zod';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';

/** What the environment says, checked; all of it may be left out in embedded mode. */
export type Settings = z.infer<typeof settings>;

export type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly Config['logLevel'][];

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const settings = z.object({
  DATABASE_URL: z
    .string()
    .refine((value) => isUrl({ value, schemes: ['postgres:', 'postgresql:'] }))
    .optional(),
  TEMPORAL_ADDRESS: z.string().refine(isAddress).optional(),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  SMTP_URL: z
    .string()
    .refine((value) => isUrl({ value, schemes: ['smtp:', 'smtps:'] }))
    .optional(),
  MAILS_PER_SECOND: z.coerce.number().min(0.1).max(10_000).optional(),
  ALLOW_PRIVATE_ADDRESSES: flag,
  PUBLIC_URL: z
    .string()
    .refine((value) => isUrl({ value, schemes: ['http:', 'https:'] }) && new URL(value).pathname === '/')
    .transform((value) => new URL(value).origin)
    .optional(),
  HOST: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16).max(200).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine((value) => isUrl({ value, schemes: ['http:', 'https:'] }))
    .optional(),
  SODATE_MAILBOX_FOLDER: z.string().min(1).optional(),
  SODATE_DEMO: flag,
});

const mends: Readonly<Record<keyof Settings, Text>> = {
  DATABASE_URL: {
    ja: '「postgres://ユーザー:パスワード@ホスト:5432/データベース」の形で指定してください',
    en: 'write it as postgres://user:password@host:5432/database',
  },
  TEMPORAL_ADDRESS: {
    ja: '「ホスト:7233」の形で指定してください',
    en: 'write it as host:7233, without http://',
  },
  TEMPORAL_NAMESPACE: { ja: '空にはできません', en: 'leave it out, or name a namespace' },
  SMTP_URL: {
    ja: '「smtp://ユーザー:パスワード@ホスト:587」または「smtps://…:465」の形で指定してください',
    en: 'write it as smtp://user:password@host:587 or smtps://…:465',
  },
  MAILS_PER_SECOND: {
    ja: '1秒に送る通数を 0.1〜10000 の数字で指定してください',
    en: 'write a number from 0.1 to 10000',
  },
  ALLOW_PRIVATE_ADDRESSES: {
    ja: '社内のアドレスを呼び出してよければ 1、そうでなければ 0 を指定してください',
    en: 'write 1 to let nodes call addresses of your own network, or 0',
  },
  PUBLIC_URL: {
    ja: '「https://sodate.example.jp」のように、パスなしで指定してください',
    en: 'write it as https://sodate.example.com, without a path',
  },
  HOST: { ja: '空にはできません。例: 127.0.0.1', en: 'leave it out, or write an address such as 127.0.0.1' },
  PORT: { ja: '1〜65535 の数字で指定してください', en: 'write a number from 1 to 65535' },
  LOG_LEVEL: {
    ja: `${logLevels.join('、')} のどれかを指定してください`,
    en: `write one of ${logLevels.join(', ')}`,
  },
  METRICS_PORT: { ja: '1〜65535 の数字で指定してください', en: 'write a number from 1 to 65535' },
  METRICS_HOST: { ja: '空にはできません。例: 127.0.0.1', en: 'leave it out, or write an address such as 127.0.0.1' },
  METRICS_TOKEN: { ja: '16文字以上で指定してください', en: 'write at least 16 characters' },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    ja: '「http://localhost:4318」の形で指定してください',
    en: 'write it as http://localhost:4318',
  },
  SODATE_MAILBOX_FOLDER: { ja: 'フォルダを指定してください', en: 'name a folder' },
  SODATE_DEMO: { ja: '0 か 1 を指定してください', en: 'write 0 or 1' },
};

/**
 * Reads the variables that Sodate knows; empty ones count as absent.
 * @throws ConfigError naming every variable at fault and how to mend it; values are not repeated, they may hold passwords.
 */
export function parseSettings({ environment }: { environment: Environment }): Settings {
  const known = Object.keys(mends).map((name) => [name, environment[name]?.trim() || undefined]);
  const parsed = settings.safeParse(Object.fromEntries(known));
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0]) as keyof Settings));
  throw new ConfigError([...names].map(wrongVariable));
}

function wrongVariable(name: keyof Settings): Text {
  const mend = mends[name];
  return {
    ja: `環境変数 ${name} の値が正しくありません。${mend.ja}。`,
    en: `The environment variable ${name} is not valid: ${mend.en}.`,
  };
}

function isUrl({ value, schemes }: { value: string; schemes: readonly string[] }): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && schemes.includes(url.protocol) && url.hostname !== '';
}

function isAddress(value: string): boolean {
  const [, port] = /^(?:[^:/\s]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(value) ?? [];
  return port !== undefined && Number(port) >= 1 && Number(port) <= 65_535;
}
