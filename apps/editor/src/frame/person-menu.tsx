import { Menu, UnstyledButton } from '@mantine/core';
import type { SignedInPerson } from '@sodate/services/person/read-session';
import { Link } from '@tanstack/react-router';
import { openKeyHelp } from '../key-help/open-key-help.ts';
import type { texts as keyTexts } from '../key-help/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { signOut } from '../sign-in/sign-out.ts';
import { LanguageItems } from './language-items.tsx';
import classes from './navigation.module.css';
import type { texts } from './texts.ja.ts';

/** Who is signed in, at the foot of the navigation. */
export function PersonMenu({ person }: { person: SignedInPerson }) {
  const t = useTexts<typeof texts>('frame');
  const ofKeys = useTexts<typeof keyTexts>('key-help');
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <Avatar name={person.name} />
          <span className={classes.personText}>
            <b>{person.name}</b>
            <small>{t(`role.${person.role}`)}</small>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/settings" leftSection={<Icon name="settings" />}>
          {t('ownSettings')}
        </Menu.Item>
        <Menu.Item
          className={classes.keyList ?? ''}
          leftSection={<Icon name="help" />}
          rightSection={<kbd className={classes.keys}>?</kbd>}
          onClick={openKeyHelp}
        >
          {ofKeys('title')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
