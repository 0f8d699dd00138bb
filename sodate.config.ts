import { defineConfig } from '@sodate/nodes/kit/define-config';

// Your own node types, one line each: `() => import('./my-nodes/post-to-chat/definition.ts')`.
// How to write one: apps/docs/write-a-node-type.md (日本語: apps/docs/write-a-node-type.ja.md)
export default defineConfig({ nodes: [] });
