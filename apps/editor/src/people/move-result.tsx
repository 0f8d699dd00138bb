import { Button, Group, Modal, Stack } from '@mantine/core';
import type { MovedHandoffs } from '@sodate/services/person/move-handoffs';
import { Link } from '@tanstack/react-router';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { unbroken } from '../parts/unbroken.ts';
import classes from './people.module.css';
import type { texts } from './texts.ja.ts';

/** Of what was shared out: which lead went to whom, and the way to each. */
export function MoveResult({
  moved: { receivers, given },
  onClose,
}: {
  moved: Pick<MovedHandoffs, 'receivers' | 'given'>;
  onClose: () => void;
}) {
  const t = useTexts<typeof texts>('people');
  const leadName = useLeadName();
  const people = useSalespeople();
  return (
    <Modal opened onClose={onClose} title={t('resultTitle')}>
      <Stack gap="sm">
        {receivers.map(({ id, count }) => {
          const name = people.find((person) => person.id === id)?.name ?? t('somebody');
          const own = given.filter(({ owner }) => owner === id);
          return (
            <section key={id}>
              <h3>
                <Link className="link" to="/handoffs" search={{ owner: id }} onClick={onClose}>
                  {t('previewLine', { name: unbroken(name), count })}
                </Link>
              </h3>
              <ul className={classes.moved}>
                {own.map(({ id: handoff, lead }) => (
                  <li key={handoff}>
                    <Link className="link" to="/handoffs/$handoff" params={{ handoff }} onClick={onClose}>
                      {leadName(lead)}
                    </Link>
                    {lead.company !== null && <small>{lead.company}</small>}
                  </li>
                ))}
                {count > own.length && <li className="muted">{t('resultMore', { count: count - own.length })}</li>}
              </ul>
            </section>
          );
        })}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
