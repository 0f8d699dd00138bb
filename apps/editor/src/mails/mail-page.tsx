import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { trpc } from '../server/trpc.ts';
import { MailEditor } from './mail-editor.tsx';

const route = getRouteApi('/frame/mails/$mailId');

/** One mail, to be written or read. */
export function MailPage() {
  const { mailId } = route.useParams();
  const { journey, node } = route.useSearch();
  // Read once: from then on the draft is what counts, and it keeps this answer up to date.
  const { data } = useQuery(trpc.mails.get.queryOptions({ id: mailId }, { refetchOnWindowFocus: false }));
  if (data === undefined) return <PendingScreen />;
  return <MailEditor key={data.id} mail={data} origin={journey === undefined ? undefined : { journey, node }} />;
}
