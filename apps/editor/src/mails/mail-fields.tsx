import type { EditorView } from '@codemirror/view';
import { Input, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import classes from './mail-editor.module.css';
import { readPlainBody } from './plain-body.ts';
import { type BodyCursor, PlainBodyField } from './plain-body-field.tsx';
import { type LeftBlank, ProblemList } from './problem-list.tsx';
import type { texts } from './texts.ja.ts';
import type { BrokenLink } from './use-broken-links.ts';
import { useLinkProblems } from './use-link-problems.ts';
import type { MailContent } from './use-mail-draft.ts';
import type { MailPreviewData } from './use-mail-preview.ts';
import { useNameBySubject } from './use-name-by-subject.ts';
import { VariableInput } from './variable-input.tsx';
import { VariableMenu } from './variable-menu.tsx';
import type { WordsCursor } from './words-field.tsx';

const MjmlField = lazy(() => import('./mjml-field.tsx').then(({ MjmlField: field }) => ({ default: field })));

/** All that a marketer writes of a mail. */
export function MailFields({
  content,
  problems,
  brokenLinks,
  onChange,
  readOnly,
}: {
  content: MailContent;
  problems: MailPreviewData['problems'];
  brokenLinks: readonly BrokenLink[];
  onChange: (part: Partial<MailContent>) => void;
  readOnly: boolean;
}) {
  const t = useTexts<typeof texts>('mails');
  const bodyId = useId();
  const view = useRef<EditorView | null>(null);
  const cursor = useRef<BodyCursor | null>(null);
  const subject = useRef<WordsCursor | null>(null);
  const [left, setLeft] = useState<LeftBlank>({});
  const wantedLine = useRef<number | null>(null);
  const withSubject = useNameBySubject();
  const plain = readPlainBody(content.body);
  const [wants, setWants] = useState<'words' | 'code'>(plain === undefined ? 'code' : 'words');
  const shows = plain === undefined ? 'code' : wants;
  const insert = (text: string) => {
    if (shows === 'words') return cursor.current?.insert(text);
    const editor = view.current;
    if (editor === null) return;
    editor.dispatch(editor.state.replaceSelection(text));
    editor.focus();
  };
  const goTo = ({ field, line, unwritten, showable }: MailPreviewData['problems'][number]) => {
    if (field === 'subject') return subject.current?.focus();
    if ((unwritten || showable) && shows === 'words') return cursor.current?.goToAddress();
    if (line !== undefined) goToLine(line);
  };
  const goToLine = (line: number) => {
    const editor = view.current;
    if (editor === null) {
      wantedLine.current = line;
      return setWants('code');
    }
    wantedLine.current = null;
    const { from } = editor.state.doc.line(Math.min(line, editor.state.doc.lines));
    editor.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    editor.focus();
  };
  return (
    <>
      <div className={classes.fields}>
        <div className={classes.pair}>
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            value={content.name}
            maxLength={100}
            required
            readOnly={readOnly}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <Input.Wrapper label={t('kind')} description={t(`kind.${content.kind}.help`)}>
            <div>
              <SegmentedControl
                aria-label={t('kind')}
                value={content.kind}
                readOnly={readOnly}
                onChange={(value) => onChange({ kind: value === 'reply' ? 'reply' : 'marketing' })}
                data={[
                  { value: 'marketing', label: t('kind.marketing') },
                  { value: 'reply', label: t('kind.reply') },
                ]}
              />
            </div>
          </Input.Wrapper>
        </div>
        <VariableInput
          label={t('subject')}
          menuLabel={t('insert.subject')}
          value={content.subject}
          readOnly={readOnly}
          invalid={left.subject === true && content.subject.trim() === ''}
          onChange={(words) => onChange(withSubject({ content, subject: words }))}
          onBlur={() => setLeft((before) => ({ ...before, subject: true }))}
          cursor={subject}
        />
        <VariableInput
          label={t('preview')}
          help={t('previewHelp')}
          menuLabel={t('insert.preview')}
          value={content.preview}
          readOnly={readOnly}
          onChange={(preview) => onChange({ preview })}
        />
        <div className={classes.body}>
          <div className={classes.bodyHead}>
            <span id={bodyId} className={classes.label}>
              {t('body')}
            </span>
            <div className={classes.bodyTools}>
              <SegmentedControl
                size="xs"
                aria-label={t('bodyAs')}
                value={shows}
                onChange={(value) => setWants(value === 'code' ? 'code' : 'words')}
                data={[
                  { value: 'words', label: t('bodyAs.words'), disabled: plain === undefined },
                  { value: 'code', label: t('bodyAs.code') },
                ]}
              />
              {!readOnly && <VariableMenu label={t('insert.body')} onInsert={insert} />}
            </div>
          </div>
          {shows === 'words' && plain !== undefined ? (
            <PlainBodyField
              labelledBy={bodyId}
              start={plain}
              readOnly={readOnly}
              brokenLinks={brokenLinks}
              cursor={cursor}
              onChange={(body) => onChange({ body })}
              onLeft={(blank) => setLeft((before) => ({ ...before, body: blank }))}
            />
          ) : (
            <Suspense fallback={<Skeleton height={420} />}>
              <MjmlField
                labelledBy={bodyId}
                value={content.body}
                problems={problems}
                readOnly={readOnly}
                onChange={(body) => onChange({ body })}
                onReady={(editor) => {
                  view.current = editor;
                  if (editor !== null && wantedLine.current !== null) goToLine(wantedLine.current);
                }}
              />
            </Suspense>
          )}
          <p className={classes.help}>{t(plain === undefined ? 'bodyHelp.codeOnly' : `bodyHelp.${shows}`)}</p>
        </div>
      </div>
      {/* Beside the words or below them: what it gains and loses while one types must not move them. */}
      <ProblemList problems={[...problems, ...useLinkProblems(brokenLinks)]} left={left} onPlace={goTo} />
    </>
  );
}
