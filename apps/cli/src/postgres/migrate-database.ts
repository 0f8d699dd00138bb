import { migrate, NewerDatabaseError } from '@sodate/database/migrate';
import { CommandError } from '../terminal/command-error.ts';
import type { Say } from '../terminal/terminal.ts';

/** Brings the database up to date, and says so where an upgrade changed it. @throws CommandError where it is newer than we. */
export async function migrateDatabase({ url, say }: { url: string; say: Say }): Promise<void> {
  try {
    const { applied, fresh } = await migrate({ url });
    if (applied === 0 || fresh) return;
    say({
      ja: `データベースを新しい版に合わせました（変更 ${applied} 件）。データはすべてそのままです。`,
      en: `The database was brought up to this version (changes: ${applied}). All data are as they were.`,
    });
  } catch (error) {
    if (error instanceof NewerDatabaseError) throw tooNew(error);
    throw error;
  }
}

function tooNew(cause: NewerDatabaseError): CommandError {
  return new CommandError(
    {
      ja: 'このデータは、より新しい Sodate で作られています。何も変えていません。Sodate を新しい版にしてから起動してください。',
      en: 'These data were made by a newer Sodate; nothing was changed. Update Sodate, then start it again.',
    },
    { cause },
  );
}
