import { releaseClaims } from '@sodate/services/engine/keep-mark';
import { say } from '../terminal/terminal.ts';
import { commandContext } from './command-context.ts';
import { findInstallation } from './find-installation.ts';

/**
 * `sodate release-sends`: mails and calls go out again. After a store was restored from an older copy nothing is sent,
 * until a person has seen what was sent since and says so.
 */
export async function runReleaseSends({ data }: { data: string | undefined }): Promise<void> {
  const { context, close } = await commandContext(findInstallation({ data }));
  try {
    const released = await releaseClaims({ context });
    say(
      released
        ? { ja: '送信を再開しました。', en: 'Sending goes on.' }
        : { ja: '送信は止まっていません。', en: 'Sending is not on hold.' },
    );
  } finally {
    await close();
  }
}
