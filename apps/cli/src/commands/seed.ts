import { removeSeed } from '@sodate/services/seed/remove-seed';
import { seedJourney } from '@sodate/services/seed/seed-journey';
import { seedLeads, seedLeadsInput } from '@sodate/services/seed/seed-leads';
import { type SeedSalesResult, seedSales } from '@sodate/services/seed/seed-sales';
import { CommandError } from '../terminal/command-error.ts';
import { say } from '../terminal/terminal.ts';
import { commandContext } from './command-context.ts';
import { findInstallation } from './find-installation.ts';

const usualLeads = 1_000;
const tellEvery = 5_000;

/** `sodate seed --leads N`: made-up companies, people and a sales team, for demonstrations; `--remove` takes them out. */
export async function runSeed({
  leads,
  data,
  remove,
}: {
  leads: string | undefined;
  data: string | undefined;
  remove: boolean;
}): Promise<void> {
  if (remove) return removeAll({ data });
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
    const sales = await seedSales({ context });
    const team = sales.kind === 'made' ? { team: sales.team } : {};
    const drafted = sales.kind !== 'not-set-up' && (await seedJourney({ context, ...team }));
    say({
      ja: `架空のリードを ${input.data.leads} 件追加しました。メールアドレスはすべて .example なので、誰にも届きません。`,
      en: `Added ${input.data.leads} made-up leads. All their addresses end in .example and reach nobody.`,
    });
    tellOfSales(sales);
    say({
      ja: '取り除くには「npx sodate seed --remove」か、設定の「組織と差出人」を使います。',
      en: 'To take them out: "npx sodate seed --remove", or Settings, Organisation and sender.',
    });
    if (drafted)
      say({ ja: 'シナリオのテンプレートも下書きにしました。', en: 'A journey from the template is there as a draft.' });
  } finally {
    await close();
  }
}

function tellOfSales(sales: SeedSalesResult): void {
  if (sales.kind === 'there-already') return;
  if (sales.kind === 'not-set-up') {
    say({
      ja: '営業チーム、引き渡し、シナリオの下書きは、はじめの設定を終えてから「npx sodate seed --leads 1」で加わります。',
      en: 'A sales team, hand-offs and a draft come by "npx sodate seed --leads 1", once Sodate has been set up.',
    });
    return;
  }
  const { handoffs, manager, managerLink, rep, repLink } = sales;
  say({
    ja: `架空の営業チームと、引き渡し ${handoffs} 件も入れました。架空の人にメールは送られません。`,
    en: `Added a made-up sales team and ${handoffs} hand-offs. Nothing is ever mailed to made-up people.`,
  });
  say({
    ja: `営業マネージャーの${manager}さんとして使うには、7日以内にこのリンクを開いてパスワードを決めます（1回だけ使えます）:\n  ${managerLink}`,
    en: `To be the sales manager, ${manager}, open this link within 7 days and choose a password (good once):\n  ${managerLink}`,
  });
  say({
    ja: `営業の${rep}さんとして使うリンク:\n  ${repLink}\nほかの人のリンクは、設定の「人と権限」で作れます。`,
    en: `To be a rep, ${rep}:\n  ${repLink}\nLinks to be the others are made in Settings, People and roles.`,
  });
}

async function removeAll({ data }: { data: string | undefined }): Promise<void> {
  const { context, close } = await commandContext(findInstallation({ data }));
  try {
    let [removed, told] = [0, 0];
    for (;;) {
      const batch = await removeSeed({ context });
      removed += batch.removed;
      if (removed - told >= tellEvery) {
        told = removed;
        say({ ja: `${removed} 件（残り ${batch.left} 件）`, en: `${removed} leads (${batch.left} left)` });
      }
      if (batch.left === 0) break;
    }
    say(
      removed === 0
        ? { ja: '架空のリードはありません。', en: 'There are no made-up leads.' }
        : {
            ja: `架空のリード ${removed} 件と、その会社、行動履歴、営業チームを取り除きました。ほかのリード、メール、シナリオはそのままです。`,
            en: `Took out ${removed} made-up leads with their companies, their past and the sales team. Other leads, mails and journeys are as they were.`,
          },
    );
  } finally {
    await close();
  }
}
