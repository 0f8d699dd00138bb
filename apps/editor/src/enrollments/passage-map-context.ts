import type { NodeId } from '@sodate/journey/id';
import { createContext, useContext } from 'react';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';
import type { LitPath } from './lit-path.ts';
import type { PassageGraph } from './passage-types.ts';

/** What every card and stem of a drawn passage shares. */
export interface PassageMapParts extends Pick<PassageGraph, 'graph' | 'summaries'> {
  readonly types: NodeTypeTable;
  readonly lit: LitPath;
  /** Where the lead stands at present, and until when. */
  readonly here: { readonly node: NodeId; readonly until: string | null; readonly stuck: boolean } | undefined;
}

export const PassageMapContext = createContext<PassageMapParts | undefined>(undefined);

/** @throws Error outside a drawn passage. */
export function usePassageMap(): PassageMapParts {
  const parts = useContext(PassageMapContext);
  if (parts === undefined) throw new Error('this part belongs on a drawn passage');
  return parts;
}
