import { fileURLToPath } from 'node:url';
import { say, sayError } from '../terminal/terminal.ts';
import { prepareBuilds } from './prepare-builds.ts';
import { shortenExportsIn } from './shorten-exports.ts';

/** `npm run prepare`, which `npm ci` calls too. */
const drizzle = new URL('../../../../node_modules/drizzle-orm/package.json', import.meta.url);

try {
  await shortenExportsIn(fileURLToPath(drizzle));
  await prepareBuilds({ say });
} catch (error) {
  sayError(error);
  process.exitCode = 1;
}
