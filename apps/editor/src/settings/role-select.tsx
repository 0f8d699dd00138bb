import { Select, type SelectProps } from '@mantine/core';
import type { Role } from '@sodate/database/schema/user';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

const roles = ['admin', 'marketer', 'sales-manager', 'sales-rep', 'viewer'] as const satisfies readonly Role[];

/** A role with what it may do said in the list. */
export function RoleSelect({
  value,
  onChange,
  ...rest
}: { value: Role; onChange: (role: Role) => void } & Pick<SelectProps, 'disabled'>) {
  const t = useTexts<typeof texts>('settings');
  return (
    <Select
      label={t('people.role')}
      description={t(`role.${value}.help`)}
      data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(role) => role !== null && onChange(role as Role)}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <br />
          <small className="muted">{t(`role.${option.value as Role}.help`)}</small>
        </span>
      )}
      {...rest}
    />
  );
}
