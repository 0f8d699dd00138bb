import { configPath, loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import { CommandError } from '../terminal/command-error.ts';

/**
 * Reads `sodate.config.ts` before anything is started: else each part would fail by itself, with a stack.
 * @throws CommandError where the file cannot be read. A node type that is broken by itself does not stop the start.
 */
export async function assertNodeConfig({ path = configPath }: { path?: string } = {}): Promise<void> {
  try {
    await loadInstalledNodeTypes({ path });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError({
      ja: `自作ノードの設定ファイルを読めません。直して起動し直してください。\n  ${why}`,
      en: `The file that lists your own node types cannot be read. Fix it and start again.\n  ${why}`,
    });
  }
}
