import type { NodeDefinition } from './define-node.ts';

/** A node type, or a module that exports one: `() => import('./my-nodes/post-to-chat/definition.ts')`. */
export type NodeEntry = NodeDefinition | (() => Promise<object>);

export interface SodateConfig {
  /**
   * Node types beside the built-in ones. Prefer the import form: a module that fails then takes only its own node type
   * with it, not the whole file.
   */
  readonly nodes: readonly NodeEntry[];
}

/** Checks the shape of `sodate.config.ts` while it is written: `export default defineConfig({ nodes: [] });` */
export function defineConfig(config: SodateConfig): SodateConfig {
  return config;
}
