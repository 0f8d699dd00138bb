import type { Language } from '@sodate/journey/text';
import { configPath, loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import { assertNodeConfig } from '../embedded/assert-node-config.ts';
import { CommandError } from '../terminal/command-error.ts';

/** How many node types of one's own are there. @throws CommandError that names each that is left out, and why. */
export async function lookAtNodeTypes({ path = configPath }: { path?: string } = {}) {
  await assertNodeConfig({ path });
  const { described, broken } = await loadInstalledNodeTypes({ path });
  const count = described.filter(({ custom }) => custom).length;
  if (broken.length === 0) return { ja: `${count}種類`, en: String(count) };
  const list = (language: Language) =>
    broken
      .map(({ name, errors }) => `\n  ${name}${errors.map((error) => `\n    ${error[language]}`).join('')}`)
      .join('');
  throw new CommandError({
    ja: `使えないものがあります。直して起動し直してください。${list('ja')}`,
    en: `some are left out. Mend them and start again.${list('en')}`,
  });
}
