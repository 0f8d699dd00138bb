import { fileURLToPath } from 'node:url';
import { sameText } from '@sodate/journey/text';
import { parseSettings } from '@sodate/services/config/parse-settings';
import { carryOut } from '../doctor/check.ts';
import { checksOf } from '../doctor/checks.ts';
import { startOptions } from '../embedded/start-options.ts';
import { CommandError } from '../terminal/command-error.ts';
import { say } from '../terminal/terminal.ts';
import type { StartValues } from './start.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** `sodate doctor`: looks at each part, and says how to mend what is wrong. @throws CommandError where something is. */
export async function runDoctor({ values }: { values: StartValues }): Promise<void> {
  const settings = parseSettings({ environment: process.env });
  const options = startOptions({ values, settings });
  let faults = 0;
  for (const check of checksOf({ settings, options, root })) {
    const { title, ok, words } = await carryOut(check);
    const mark = ok ? '✓' : '✗';
    say({ ja: `${mark} ${title.ja}: ${words.ja}`, en: `${mark} ${title.en}: ${words.en}` });
    if (!ok) faults += 1;
  }
  say(sameText(''));
  if (faults > 0) throw new CommandError({ ja: `問題が ${faults} 件あります。`, en: `Problems: ${faults}.` });
  say({ ja: '問題はありません。', en: 'All is well.' });
}
