import type { Command } from '../process/command.ts';

/** The one attribute by which enrollments can be found in Temporal. */
export const journeySearchAttribute = 'SodateJourney';

/**
 * The development server on a loopback port, its state in one SQLite file (in memory without `file`). A kill loses
 * nothing; a power cut may lose the last moments, which the engine's watch and mark mend.
 */
export function temporalCommand({ program, port, file }: { program: string; port: number; file?: string }): Command {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--headless'];
  args.push('--log-level', 'error', '--disable-config-file', '--disable-config-env');
  args.push('--dynamic-config-value', 'matching.enableFairness=true');
  // The attribute is there from the start; without this, each start and each task reads the list of attributes anew.
  args.push('--search-attribute', `${journeySearchAttribute}=Keyword`);
  args.push('--dynamic-config-value', 'system.forceSearchAttributesCacheRefreshOnRead=false');
  if (file !== undefined) {
    args.push('--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=1');
  }
  return { file: program, args };
}
