import type { Graph } from '@sodate/journey/graph/graph';
import type { Text } from '@sodate/journey/text';
import { RequestError } from '../errors.ts';
import { draftLimits } from './graph-schema.ts';

const parts = ['nodes', 'edges', 'notes', 'groups'] as const;

const words: Readonly<Record<(typeof parts)[number], Text>> = {
  nodes: { ja: 'ノード', en: 'nodes' },
  edges: { ja: '線', en: 'edges' },
  notes: { ja: 'メモ', en: 'notes' },
  groups: { ja: 'グループ', en: 'groups' },
};

/**
 * Commands are small, but many of them could make a draft that nobody can load. One that is too large already may still
 * shrink. @throws RequestError 'too-large'
 */
export function assertDraftFits({ before, after }: { before: Graph; after: Graph }): void {
  for (const part of parts) {
    const most = draftLimits[part];
    const count = Object.keys(after[part]).length;
    if (count <= most || count <= Object.keys(before[part]).length) continue;
    const { ja, en } = words[part];
    throw tooLarge({
      ja: `${ja}が多すぎます。${most.toLocaleString('en')}個までにするか、シナリオを分けてください。`,
      en: `There are too many ${en}. Keep to ${most.toLocaleString('en')}, or split the journey.`,
    });
  }
  const size = JSON.stringify(after).length;
  if (size <= draftLimits.characters || size <= JSON.stringify(before).length) return;
  throw tooLarge({
    ja: 'シナリオが大きすぎます。ノードの設定を短くするか、シナリオを分けてください。',
    en: 'The journey is too large. Shorten the settings of its nodes, or split it.',
  });
}

function tooLarge(text: Text): RequestError {
  return new RequestError({ kind: 'too-large', text });
}
