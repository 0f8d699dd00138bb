import { useEffect } from 'react';
import { server } from '../server/trpc.ts';
import { useCanvas, useJourney } from './journey-context.ts';

const everyMs = 15_000;
/** Arrow keys pass over many nodes: only where somebody stays is told. */
const settleMs = 200;

/** Tells the others that this tab is here, and which node it is at. A lost word is made good by the next. */
export function Announce(): null {
  const { journey, company } = useJourney();
  const node = useCanvas(({ selected }) => (selected.size === 1 ? [...selected][0] : undefined)) ?? null;
  useEffect(() => {
    const tell = () => {
      server.journeys.present.mutate({ journey, clientId: company.clientId, node }).catch(() => undefined);
    };
    const first = setTimeout(tell, settleMs);
    const timer = setInterval(tell, everyMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [journey, company, node]);
  return null;
}
