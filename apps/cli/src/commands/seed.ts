import { seedJourney } from '@sodate/services/seed/seed-journey';
import { seedLeads, seedLeadsInput } from '@sodate/services/seed/seed-leads';
import { CommandError } from '../terminal/command-error.ts';
import { say } from '../terminal/terminal.ts';
import { commandContext } from './command-context.ts';
import { findInstallation } from './find-installation.ts';

const usualLeads = 1_000;
const tellEvery = 5_000;

/** `sodate seed --leads N`: made-up companies, people and their past, for demonstrations. */
export async function runSeed({ leads, data }: { leads: string | undefined; data: string | undefined }): Promise<void> {
  const input = seedLeadsInput.safeParse({ leads: leads === undefined ? usualLeads : Number(leads) });
  if (!input.success) {
    throw new CommandError({
      ja: '--leads には 1〜1000000 の数字を指定してください。',
      en: '--leads must be a number from 1 to 1000000.',
    });
  }
  const { context, close } = await commandContext(findInstallation({ data }));
  try {
    const progress = (stored: number) => {
      if (stored % tellEvery === 0) say({ ja: `${stored} 件`, en: `${stored} leads` });
    };
    await seedLeads({ context, input: input.data, progress });
    const drafted = await seedJourney({ context });
    say({
      ja: `架空のリードを ${input.data.leads} 件追加しました。メールアドレスはすべて .example なので、誰にも届きません。`,
      en: `Added ${input.data.leads} made-up leads. All their addresses end in .example and reach nobody.`,
    });
    if (drafted)
      say({ ja: 'シナリオのテンプレートも下書きにしました。', en: 'A journey from the template is there as a draft.' });
  } finally {
    await close();
  }
}
