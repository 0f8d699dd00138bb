import { say, sayError } from '../terminal/terminal.ts';
import { prepareBuilds } from './prepare-builds.ts';

/** `npm run prepare`, which `npm ci` calls too. */
try {
  await prepareBuilds({ say });
} catch (error) {
  sayError(error);
  process.exitCode = 1;
}
