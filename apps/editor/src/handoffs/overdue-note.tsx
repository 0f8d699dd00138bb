import { Button } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import { useState } from 'react';
import { Reassign } from '../giving-on/reassign.tsx';
import type { texts as givingTexts } from '../giving-on/texts.ja.ts';
import { useGiving } from '../giving-on/use-giving.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { AnswerNote, answersNote } from './answer-note.tsx';
import type { Brief } from './inbox-types.ts';
import { noteOfGiver } from './note-of-giver.ts';
import { standingEntries } from './standing-entries.ts';
import classes from './stuck-note.module.css';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useNames } from './use-names.ts';

/** Says of an overdue hand-off who heard of it and when; managers can give it to somebody else from here. */
export function OverdueNote({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const words = useTexts<typeof givingTexts>('giving-on');
  const formats = useFormats();
  const names = useNames();
  const giving = useGiving();
  const [choosing, setChoosing] = useState(false);
  if (!brief.overdue) return null;
  const entries = standingEntries(brief.entries);
  const since = entries.slice(entries.findLastIndex(({ kind }) => kind === 'overdue'));
  const told = since.find(({ kind }) => kind === 'overdue');
  const given = brief.owner === null ? undefined : since.findLast(({ kind }) => kind === 'assigned');
  const noted = noteOfGiver(brief);
  const { answer, reassign } = brief.may;
  const at = (entry: { at: string }) => formats.dateTime(parseInstant(entry.at));
  return (
    <div className={classes.note} role="status">
      <Icon name="alert" />
      <p>
        <b>{t('overdueNote')}</b>
        {told !== undefined && told.told.length > 0 && (
          <span>{t('overdueTold', { at: at(told), names: names(told.told) })}</span>
        )}
        {given !== undefined && <span>{t('overdueGiven', { at: at(given), name: given.to ?? '' })}</span>}
        {noted !== undefined && (
          <>
            {given === undefined && <span>{giving(noted)}</span>}
            <span className={classes.words}>
              {noted.by === null ? noted.note : t('says', { by: noted.by, note: noted.note })}
            </span>
          </>
        )}
        {answer && !reassign && <span>{t('overdueAnswer')}</span>}
        {reassign && given === undefined && <span>{t('overdueReassign')}</span>}
      </p>
      {noted !== undefined && answersNote(brief) && <AnswerNote handoff={brief.id} />}
      {reassign && (
        <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
          {words('reassign')}
        </Button>
      )}
      {choosing && <Reassign brief={brief} answers={answers} onClose={() => setChoosing(false)} />}
    </div>
  );
}
