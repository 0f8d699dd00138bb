import { Modal } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { wordKeys } from '../parts/word-keys.ts';
import { useSession } from '../server/use-session.ts';
import { keyGroupsFor } from './key-groups.ts';
import classes from './key-help.module.css';
import { closeKeyHelp } from './open-key-help.ts';
import type { texts } from './texts.ja.ts';

/** All keys and what they do, for those who would rather not reach for the mouse. */
export function KeyHelp({ opened }: { opened: boolean }) {
  const t = useTexts<typeof texts>('key-help');
  const { role } = useSession().person;
  const path = useRouterState({ select: (state) => state.location.pathname });
  const groups = keyGroupsFor({ path, role });
  return (
    <Modal
      opened={opened}
      onClose={closeKeyHelp}
      title={t('title')}
      size="56rem"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={classes.where}>{t('where')}</p>
      <div className={classes.groups}>
        {groups.map(({ title, lines }) => (
          <section key={title} className={classes.group}>
            <h3>{t(title)}</h3>
            <dl>
              {lines.map(({ ways, does }) => (
                <div key={does}>
                  <dt>
                    {ways.map((keys, index) => (
                      <Fragment key={keys}>
                        {index > 0 && ' '}
                        <kbd>{wordKeys(keys)}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
