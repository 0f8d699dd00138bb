import type { JsonObject } from '@sodate/journey/json';
import { createContext, useMemo } from 'react';
import { useGraph, useJourney } from '../../journeys/journey-context.ts';
import { findMailBefore } from './find-mail-before.ts';

/** The mail that leads got last before the node whose condition is edited. */
export const MailBefore = createContext<string | undefined>(undefined);

/** By the config that is edited, which fields know of their node. */
export function useMailBefore(config: JsonObject): string | undefined {
  const { types } = useJourney();
  const graph = useGraph();
  return useMemo(() => {
    const node = Object.values(graph.nodes).find((one) => one.config === config);
    return node && findMailBefore({ graph, types, node: node.id });
  }, [graph, types, config]);
}
