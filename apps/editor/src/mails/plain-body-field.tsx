import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './mail-editor.module.css';
import { type PlainBlock, type PlainBody, writePlainBody } from './plain-body.ts';
import type { texts } from './texts.ja.ts';

type Row = PlainBlock & { readonly key: number };

/** Puts words where the cursor stands in the body, or last stood. */
export interface BodyCursor {
  insert(words: string): void;
}

/** The body as paragraphs and buttons. `start` is read once; from then on the field itself keeps the blocks. */
export function PlainBodyField({
  labelledBy,
  start,
  readOnly,
  onChange,
  cursor,
}: {
  labelledBy: string;
  start: PlainBody;
  readOnly: boolean;
  onChange: (body: string) => void;
  cursor: RefObject<BodyCursor | null>;
}) {
  const t = useTexts<typeof texts>('mails');
  const [rows, setRows] = useState<readonly Row[]>(() => start.blocks.map((block, key) => ({ ...block, key })));
  const nextKey = useRef(rows.length);
  const last = useRef<{ key: number; field: HTMLTextAreaElement } | null>(null);

  const put = (next: readonly Row[]) => {
    setRows(next);
    onChange(writePlainBody({ ...start, blocks: next }));
  };
  const change = (changed: Row) => put(rows.map((row) => (row.key === changed.key ? changed : row)));
  const add = (block: PlainBlock) => {
    nextKey.current += 1;
    put([...rows, { ...block, key: nextKey.current }]);
  };
  const move = ({ from, to }: { from: number; to: number }) => {
    const next = rows.filter((_, at) => at !== from);
    const row = rows[from];
    if (row !== undefined) put([...next.slice(0, to), row, ...next.slice(to)]);
  };

  useImperativeHandle(cursor, () => ({
    insert(words) {
      const place = rows.find((row) => row.kind === 'text' && row.key === last.current?.key);
      if (place?.kind !== 'text') return add({ kind: 'text', text: words });
      const { selectionStart, selectionEnd } = last.current?.field ?? {};
      const from = selectionStart ?? place.text.length;
      change({ ...place, text: place.text.slice(0, from) + words + place.text.slice(selectionEnd ?? from) });
      last.current?.field.focus();
    },
  }));

  return (
    <section aria-labelledby={labelledBy} className={classes.blocks}>
      {rows.map((row, index) => (
        <div key={row.key} className={classes.block}>
          {row.kind === 'text' ? (
            <Textarea
              className={classes.words ?? ''}
              aria-label={t('block.text', { number: index + 1 })}
              placeholder={t('block.textHelp')}
              autosize
              minRows={2}
              readOnly={readOnly}
              value={row.text}
              onFocus={(event) => {
                last.current = { key: row.key, field: event.currentTarget };
              }}
              onChange={(event) => change({ ...row, text: event.currentTarget.value })}
            />
          ) : (
            <div className={classes.button}>
              <TextInput
                label={t('block.label')}
                readOnly={readOnly}
                value={row.label}
                onChange={(event) => change({ ...row, label: event.currentTarget.value })}
              />
              <TextInput
                label={t('block.address')}
                placeholder="https://"
                readOnly={readOnly}
                value={row.address}
                onChange={(event) => change({ ...row, address: event.currentTarget.value.trim() })}
              />
            </div>
          )}
          {!readOnly && (
            <div className={classes.tools}>
              <ActionIcon
                variant="subtle"
                color="idle"
                size="sm"
                disabled={index === 0}
                aria-label={t('block.up', { number: index + 1 })}
                onClick={() => move({ from: index, to: index - 1 })}
              >
                <Icon name="up" size={14} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="idle"
                size="sm"
                disabled={index === rows.length - 1}
                aria-label={t('block.down', { number: index + 1 })}
                onClick={() => move({ from: index, to: index + 1 })}
              >
                <Icon name="down" size={14} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="idle"
                size="sm"
                aria-label={t('block.remove', { number: index + 1 })}
                onClick={() => put(rows.filter(({ key }) => key !== row.key))}
              >
                <Icon name="trash" size={14} />
              </ActionIcon>
            </div>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className={classes.adders}>
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => add({ kind: 'text', text: '' })}
          >
            {t('block.addText')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => add({ kind: 'button', label: t('block.newLabel'), address: '' })}
          >
            {t('block.addButton')}
          </Button>
        </div>
      )}
    </section>
  );
}
