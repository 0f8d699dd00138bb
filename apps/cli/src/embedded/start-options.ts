import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultHost, defaultPort } from '@sodate/services/config/parse-config';
import type { Settings } from '@sodate/services/config/parse-settings';
import { CommandError } from '../terminal/command-error.ts';

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly openBrowser: boolean;
}

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** What the command line asks for; what it leaves out comes from the environment. @throws CommandError */
export function startOptions({
  values,
  settings,
}: {
  values: {
    port?: string | undefined;
    host?: string | undefined;
    data?: string | undefined;
    'no-open'?: boolean | undefined;
  };
  settings: Settings;
}): StartOptions {
  const port = values.port === undefined ? (settings.PORT ?? defaultPort) : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandError({
      ja: '--port には 1〜65535 の数字を指定してください。',
      en: '--port must be a number from 1 to 65535.',
    });
  }
  return {
    port,
    host: values.host ?? settings.HOST ?? defaultHost,
    dataFolder: resolve(values.data ?? `${repository}/.sodate`),
    openBrowser: values['no-open'] !== true && process.stdout.isTTY === true,
  };
}
