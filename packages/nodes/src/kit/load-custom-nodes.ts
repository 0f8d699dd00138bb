import type { Text } from '@sodate/journey/text';
import type { CustomNodes } from './custom-nodes.ts';
import type { NodeDefinition } from './define-node.ts';
import { wordFault } from './word-fault.ts';

const noDefinition: Text = {
  ja: 'defineNode で作ったものでも、そのモジュールを読み込む関数でもありません。',
  en: 'neither made with defineNode nor a function that imports such a module',
};
const exportsNone: Text = {
  ja: 'defineNode で作ったものが、モジュールから export されていません。',
  en: 'its module exports nothing made with defineNode',
};

interface Loaded {
  readonly name: string;
  readonly definitions: readonly NodeDefinition[];
  readonly error?: Text;
}

/**
 * The custom node types that a config lists. An entry that fails is listed as broken and takes nothing else with it.
 * @throws Error where the config itself has the wrong shape.
 */
export async function loadCustomNodes({ config }: { config: unknown }): Promise<CustomNodes> {
  const entries = entriesOf(config);
  const loaded = await Promise.all(entries.map((entry, index) => loadEntry({ entry, name: nameOf({ entry, index }) })));
  return {
    definitions: loaded.flatMap(({ definitions }) => definitions),
    broken: loaded.flatMap(({ name, error }) => (error === undefined ? [] : [{ name, errors: [error] }])),
  };
}

function entriesOf(config: unknown): readonly unknown[] {
  const how = 'write `export default defineConfig({ nodes: [] });`';
  if (typeof config !== 'object' || config === null) throw new Error(`the config has no default export: ${how}`);
  const known = Object.keys(config).filter((key) => key !== 'nodes');
  if (known.length > 0) throw new Error(`the config has unknown settings (${known.join(', ')}): ${how}`);
  const nodes = 'nodes' in config ? config.nodes : undefined;
  if (!Array.isArray(nodes)) throw new Error(`the config's "nodes" is no list: ${how}`);
  // A comma too many leaves a hole, which `map` would pass over.
  return Array.from(nodes);
}

/** Its place in the list, and the file where the line names one. */
function nameOf({ entry, index }: { entry: unknown; index: number }): string {
  const file = typeof entry === 'function' ? /import\(\s*['"`]([^'"`]+)/.exec(String(entry))?.[1] : undefined;
  return file === undefined ? `nodes[${index}]` : `nodes[${index}], ${file}`;
}

async function loadEntry({ entry, name }: { entry: unknown; name: string }): Promise<Loaded> {
  if (isDefinition(entry)) return { name, definitions: [{ ...entry, from: name }] };
  if (typeof entry !== 'function') {
    return { name, definitions: [], error: noDefinition };
  }
  try {
    const found = Object.values(await entry()).filter(isDefinition);
    if (found.length > 0) return { name, definitions: found.map((definition) => ({ ...definition, from: name })) };
    return { name, definitions: [], error: exportsNone };
  } catch (error) {
    return { name, definitions: [], error: wordFault(error) };
  }
}

function isDefinition(value: unknown): value is NodeDefinition {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node-definition';
}
