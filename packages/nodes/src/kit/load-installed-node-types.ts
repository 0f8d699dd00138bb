import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CustomNodes, noCustomNodes } from './custom-nodes.ts';
import { loadCustomNodes } from './load-custom-nodes.ts';
import { loadNodeTypesWithEffects } from './load-node-types-with-effects.ts';
import type { BrokenNodeType, NodeTypes } from './node-types.ts';
import { wordFault } from './word-fault.ts';

/** At the root of the repository. */
export const configPath = resolve(import.meta.dirname, '../../../../sodate.config.ts');

/**
 * The built-in node types and those of `sodate.config.ts`, with their effects: what the API and the worker run with.
 * `onBroken` is told of each type that is left out; only its nodes suffer.
 * @throws Error where the config file cannot be read or has the wrong shape; without the file there are no custom types.
 */
export async function loadInstalledNodeTypes({
  path = configPath,
  onBroken,
}: {
  path?: string;
  onBroken?: (broken: BrokenNodeType) => void;
} = {}): Promise<NodeTypes> {
  const nodeTypes = await loadNodeTypesWithEffects({ custom: await readConfig(path) });
  if (onBroken !== undefined) nodeTypes.broken.forEach(onBroken);
  return nodeTypes;
}

async function readConfig(path: string): Promise<CustomNodes> {
  if (!existsSync(path)) return noCustomNodes;
  try {
    const module: { default?: unknown } = await import(pathToFileURL(path).href);
    return await loadCustomNodes({ config: module.default });
  } catch (error) {
    const fault = wordFault(error).en;
    // Where the line that failed is known, the file stands there already.
    throw new Error(fault.startsWith(path) ? fault : `${path}: ${fault}`, { cause: error });
  }
}
