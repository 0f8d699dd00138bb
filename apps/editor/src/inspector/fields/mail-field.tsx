import { findAnswering } from '@sodate/journey/graph/find-answering';
import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useGraph, useJourney } from '../../journeys/journey-context.ts';
import { rememberLeft } from '../../journeys/left-at.ts';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import { queryClient } from '../../server/query-client.ts';
import { trpc } from '../../server/trpc.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asText, type FieldProps } from './field-props.ts';
import { Picker } from './picker-fields.tsx';

/** Which mail goes out; one that is missing is written from here, and is then the one chosen. */
export function MailField(props: FieldProps<'mail'>) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const text = useText();
  const { mails, sender, attributes } = useSurroundings();
  const write = useNewMail(props);
  const node = Object.values(useGraph().nodes).find((one) => one.config === props.config);
  const chosen = asText(props.value);
  const found = mails.find(({ id }) => id === chosen);
  const lacksAddress = found?.kind === 'marketing' && sender.postalAddress.trim() === '';
  const isShared = (name: string) => mails.filter((mail) => mail.name === name).length > 1;
  return (
    <div className={classes.field}>
      <Picker
        props={props}
        choices={mails.map(({ id, name, subject, ready, kind }) => {
          const title =
            isShared(name) && subject !== ''
              ? t('mailBySubject', { name, subject: text(wordMailLine({ line: subject, attributes })) })
              : name;
          const words = ready ? (`mail.${kind}` as const) : (`mailUnfinished.${kind}` as const);
          return { value: id, label: t(words, { name: title }) };
        })}
        nothing={t('noMails')}
      />
      {lacksAddress && (
        <a className="link" href="/settings/organisation" target="_blank" rel="noreferrer">
          {t('writeAddress')}
        </a>
      )}
      {chosen !== '' && (
        <Link
          className="link"
          to="/mails/$mailId"
          params={{ mailId: chosen }}
          search={{ journey, ...(node && { node: node.id }) }}
          onClick={() => rememberLeft(node?.id)}
        >
          {t('openMail')}
        </Link>
      )}
      {chosen === '' && !props.disabled && (
        <button
          type="button"
          className="link"
          style={{ justifySelf: 'start' }}
          disabled={write.isPending}
          onClick={() => write.mutate()}
        >
          {t('writeMail')}
        </button>
      )}
    </div>
  );
}

/** Makes a mail named as the node is, chooses it, and goes there once the choice is stored. */
function useNewMail({ config, set }: FieldProps<'mail'>) {
  const t = useTexts<typeof texts>('inspector');
  const navigate = useNavigate();
  const { journey, draft, types } = useJourney();
  const graph = useGraph();
  const create = useMutation(trpc.mails.create.mutationOptions());
  return useMutation({
    mutationFn: async () => {
      const node = Object.values(graph.nodes).find((one) => one.config === config);
      const kind = node !== undefined && findAnswering({ graph, types }).has(node.id) ? 'reply' : 'marketing';
      const { id } = await create.mutateAsync({ name: node?.title ?? t('newMail'), kind });
      set(id);
      await draft.flush();
      await queryClient.invalidateQueries(trpc.journeys.surroundings.queryFilter());
      rememberLeft(node?.id);
      await navigate({
        to: '/mails/$mailId',
        params: { mailId: id },
        search: { journey, ...(node && { node: node.id }) },
      });
    },
  });
}
