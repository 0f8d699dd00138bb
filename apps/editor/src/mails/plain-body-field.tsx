import { Button } from '@mantine/core';
import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { BlockTools } from './block-tools.tsx';
import { ButtonBlock } from './button-block.tsx';
import classes from './mail-editor.module.css';
import { type PlainBlock, type PlainBody, writePlainBody } from './plain-body.ts';
import type { texts } from './texts.ja.ts';
import type { BrokenLink } from './use-broken-links.ts';
import type { WordsCursor } from './words-field.tsx';
import { WordsInput } from './words-input.tsx';

/** `left`: the writer has been at the button's address, and gone on without one. */
type Row = PlainBlock & { readonly key: number; readonly left?: boolean };

/** Puts words where the cursor stands in the body, or last stood. */
export interface BodyCursor {
  insert(words: string): void;
  /** Goes to the first button that leads nowhere: its address is still to be written, or is none. */
  goToAddress(): void;
}

/** The body as paragraphs and buttons. `start` is read once; from then on the field itself keeps the blocks. */
export function PlainBodyField({
  labelledBy,
  start,
  readOnly,
  brokenLinks,
  onChange,
  onLeft,
  cursor,
}: {
  labelledBy: string;
  start: PlainBody;
  readOnly: boolean;
  brokenLinks: readonly BrokenLink[];
  onChange: (body: string) => void;
  /** Whether a button's address has been left blank by the writer. */
  onLeft: (blank: boolean) => void;
  cursor: RefObject<BodyCursor | null>;
}) {
  const t = useTexts<typeof texts>('mails');
  const [rows, setRows] = useState<readonly Row[]>(() => start.blocks.map((block, key) => ({ ...block, key })));
  const nextKey = useRef(rows.length);
  const lastAt = useRef<number>(undefined);
  const fields = useRef(new Map<number, WordsCursor>());
  const addresses = useRef(new Map<number, HTMLInputElement>());

  const keep = (next: readonly Row[]) => {
    setRows(next);
    onLeft(next.some((row) => row.kind === 'button' && row.left === true && row.address === ''));
  };
  const put = (next: readonly Row[]) => {
    keep(next);
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
      const field = fields.current.get(lastAt.current ?? -1);
      if (field === undefined) add({ kind: 'text', text: words });
      else field.insert(words);
    },
    goToAddress() {
      const astray = rows.find((row) => row.kind === 'button' && !leadsSomewhere.test(row.address));
      if (astray !== undefined) addresses.current.get(astray.key)?.focus();
    },
  }));

  return (
    <section aria-labelledby={labelledBy} className={classes.blocks}>
      {rows.map((row, index) => (
        <div key={row.key} className={classes.block}>
          {row.kind === 'text' ? (
            <div className={classes.words}>
              <WordsInput
                name={{ label: t('block.text', { number: index + 1 }) }}
                placeholder={t('block.textHelp')}
                lines="many"
                readOnly={readOnly}
                value={row.text}
                onFocus={() => {
                  lastAt.current = row.key;
                }}
                onChange={(text) => change({ ...row, text })}
                cursor={keepIn(fields.current, row.key)}
              />
            </div>
          ) : (
            <ButtonBlock
              block={row}
              readOnly={readOnly}
              left={row.left === true}
              broken={brokenLinks.find(({ address }) => address === row.address)}
              onChange={(block) => change({ ...row, ...block })}
              onLeave={() => keep(rows.map((one) => (one.key === row.key ? { ...row, left: true } : one)))}
              address={keepIn(addresses.current, row.key)}
            />
          )}
          {!readOnly && (
            <BlockTools
              number={index + 1}
              isLast={index === rows.length - 1}
              onUp={() => move({ from: index, to: index - 1 })}
              onDown={() => move({ from: index, to: index + 1 })}
              onRemove={() => put(rows.filter(({ key }) => key !== row.key))}
            />
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

const leadsSomewhere = /^(?:(?:https?|mailto|tel|sms):|[#{])/i;

/** A ref that keeps what it is given under a key, as long as it is there. */
function keepIn<Thing>(things: Map<number, Thing>, key: number): (thing: Thing | null) => void {
  return (thing) => {
    if (thing === null) things.delete(key);
    else things.set(key, thing);
  };
}
