import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, readImports } from './read-imports.ts';

/** What each part may use of the others. `type:` stands for its types alone. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  'packages/journey': [],
  'packages/tracker': [],
  'packages/nodes': ['journey'],
  'packages/database': ['journey'],
  'packages/mail': ['journey'],
  'packages/services': ['journey', 'nodes', 'database', 'mail'],
  workflows: ['type:journey', 'type:services'],
  'apps/api': ['journey', 'nodes', 'database', 'mail', 'services', 'tracker'],
  'apps/worker': ['journey', 'nodes', 'database', 'mail', 'services', 'type:workflows'],
  'apps/editor': ['journey', 'type:api', 'type:services', 'type:database'],
  'apps/cli': ['journey', 'nodes', 'database', 'mail', 'services', 'api', 'worker', 'type:workflows'],
};

/** Packages from npm, where a part may use hardly any. */
const mayInstall: Readonly<Record<string, readonly string[]>> = {
  'packages/journey': ['luxon'],
  'packages/tracker': [],
  workflows: ['@temporalio/workflow', '@temporalio/common'],
};

function partOf(path: string): string {
  const [top = '', name = ''] = path.split('/');
  return top === 'workflows' ? top : `${top}/${name}`;
}

/** The sentence that says what is wrong with an import; undefined where it is as it should be. */
function faultOf({ file, from, typeOnly }: Import): string | undefined {
  const part = partOf(file);
  if (from.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), from));
    const leaves = partOf(target) !== part && target !== 'sodate.config.ts';
    return leaves ? `${file} reaches into ${target}; import it by its package name` : undefined;
  }
  const [, own] = /^@sodate\/([^/]+)/.exec(from) ?? [];
  if (own !== undefined) {
    const allowed = mayUse[part] ?? [];
    if (allowed.includes(own) || (typeOnly && allowed.includes(`type:${own}`))) return undefined;
    return `${file} uses ${from}; ${part} may use only: ${allowed.join(', ') || 'nothing'}`;
  }
  const installable = mayInstall[part];
  if (installable === undefined || installable.some((name) => from === name || from.startsWith(`${name}/`)))
    return undefined;
  return `${file} uses ${from}; ${part} may install only: ${installable.join(', ') || 'nothing'}`;
}

describe('the directions of the architecture', () => {
  it('hold for every import', () => {
    const imports = readImports();
    expect(imports.length).toBeGreaterThan(300);

    expect(imports.flatMap((one) => faultOf(one) ?? [])).toEqual([]);
  });

  it.each([
    { file: 'packages/journey/src/a.ts', source: "import { z } from 'zod';" },
    { file: 'packages/journey/src/a.ts', source: "import { readFile } from 'node:fs/promises';" },
    { file: 'packages/nodes/src/a.ts', source: "import type { Database } from '@sodate/database/connect';" },
    { file: 'packages/services/src/a.ts', source: "import { startApi } from '@sodate/api/serve';" },
    { file: 'apps/editor/src/a.tsx', source: "import {\n  rootRouter,\n} from '@sodate/api/procedures/root';" },
    { file: 'apps/worker/src/a.ts', source: "const api = await import('@sodate/api/serve');" },
    { file: 'workflows/src/a.ts', source: "import { carryOn, type Look } from '@sodate/services/engine/carry-on';" },
    { file: 'packages/mail/src/a.ts', source: "export { connect } from '../../database/src/connect.ts';" },
  ])('would catch $source in $file', (given) => {
    const faults = importsOf(given).flatMap((one) => faultOf(one) ?? []);

    expect(faults).toHaveLength(1);
  });

  it.each([
    { file: 'apps/editor/src/a.tsx', source: "import type { RootRouter } from '@sodate/api/procedures/root';" },
    { file: 'workflows/src/a.ts', source: "import { type Look } from '@sodate/services/engine/carry-on';" },
    { file: 'packages/journey/src/a.ts', source: "import { DateTime } from 'luxon';" },
  ])('lets $source pass in $file', (given) => {
    expect(importsOf(given).flatMap((one) => faultOf(one) ?? [])).toEqual([]);
  });
});
