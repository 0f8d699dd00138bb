import { holdSends } from '@sodate/services/operation/hold-sends';
import { say } from '../terminal/terminal.ts';
import { commandContext } from './command-context.ts';
import { findInstallation } from './find-installation.ts';

/**
 * `sodate hold-sends`: no mail and no call goes out until `sodate release-sends`. For who puts stores back by hand, where
 * nobody can tell what was sent since the copy.
 */
export async function runHoldSends({ data }: { data: string | undefined }): Promise<void> {
  const { context, close } = await commandContext(findInstallation({ data }));
  try {
    const held = await holdSends({ context });
    say(
      held
        ? {
            ja: '送信を止めました。「npx sodate release-sends」か「運用」の画面で再開します。',
            en: 'Sending is on hold, until "npx sodate release-sends" or the screen Operations lets it go on.',
          }
        : { ja: '送信はすでに止まっています。', en: 'Sending is on hold already.' },
    );
  } finally {
    await close();
  }
}
