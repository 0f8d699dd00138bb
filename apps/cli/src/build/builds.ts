import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import type { Build } from './build.ts';
import { compressFiles } from './compress-files.ts';
import { replaceFolder } from './replace-folder.ts';
import { unfinishedFolders } from './unfinished-folders.ts';

/** Everything that is built: the rest runs from source. */
export function allBuilds(root: string): readonly Build[] {
  return [editorBuild(root), trackerBuild(root), workflowBuild(root)];
}

function editorBuild(root: string): Build {
  return {
    name: 'editor',
    title: { ja: 'エディター', en: 'the editor' },
    inputs: ['apps/editor', 'packages/journey/src', 'vite.config.ts', 'apps/cli/src/build', 'package-lock.json'],
    entry: 'apps/editor/index.html',
    output: 'apps/editor/dist/index.html',
    run: async () => {
      // Aside, and both before either is put in its place: a server may be serving from there.
      const drawing = {
        from: join(root, 'apps/editor', unfinishedFolders.drawing),
        to: join(root, 'apps/editor/dist-drawing'),
      };
      const screens = {
        from: join(root, 'apps/editor', unfinishedFolders.screens),
        to: join(root, 'apps/editor/dist'),
      };
      const drawScreen = ['--ssr', 'src/first-drawing/draw-screen.tsx'];
      await runVite({ root, config: 'vite.config.ts', more: [...drawScreen, '--outDir', drawing.from] });
      await runVite({ root, config: 'vite.config.ts', more: ['--outDir', screens.from] });
      await compressFiles({ folder: screens.from });
      await replaceFolder(screens);
      await replaceFolder(drawing);
    },
  };
}

function trackerBuild(root: string): Build {
  return {
    name: 'tracker',
    title: { ja: '計測タグ', en: 'the tracker' },
    inputs: ['packages/tracker/src', 'packages/tracker/vite.config.ts', 'package-lock.json'],
    entry: 'packages/tracker/src/t.ts',
    output: 'packages/tracker/dist/t.js',
    run: () => runVite({ root, config: 'packages/tracker/vite.config.ts' }),
  };
}

async function runVite({
  root,
  config,
  more = [],
}: {
  root: string;
  config: string;
  more?: readonly string[];
}): Promise<void> {
  const manifest = createRequire(join(root, 'package.json')).resolve('vite/package.json');
  const args = [join(dirname(manifest), 'bin', 'vite.js'), 'build', '--config', join(root, config), ...more];
  await runCommand({ file: process.execPath, args, cwd: root, env: { NODE_ENV: 'production' } });
}

function workflowBuild(root: string): Build {
  const output = 'workflows/dist/bundle.js';
  return {
    name: 'workflows',
    title: { ja: 'ワークフロー', en: 'the workflows' },
    inputs: ['workflows/src', 'packages/journey/src', 'package-lock.json'],
    entry: 'workflows/src/index.ts',
    output,
    run: async () => {
      const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
      const workflowsPath = join(root, 'workflows/src/index.ts');
      const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
      await mkdir(join(root, 'workflows/dist'), { recursive: true });
      // At once: a worker may be about to read it.
      const unfinished = join(root, `${output}.${process.pid}`);
      await writeFile(unfinished, code);
      await rename(unfinished, join(root, output));
    },
  };
}
