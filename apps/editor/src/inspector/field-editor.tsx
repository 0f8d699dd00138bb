import { unreachable } from '@sodate/journey/unreachable';
import { useText } from '../language/use-text.ts';
import { ConditionField } from './condition/condition-field.tsx';
import { AttributeValueField } from './fields/attribute-value-field.tsx';
import type { FieldPart } from './fields/field-props.ts';
import { FormField } from './fields/form-field.tsx';
import { LinesField } from './fields/lines-field.tsx';
import { ListField } from './fields/list-field.tsx';
import { MailField } from './fields/mail-field.tsx';
import { AttributeField, CalendarField, JourneyField, NodeField, TeamField } from './fields/picker-fields.tsx';
import { NumberField, SelectField, StageField, TextField, ToggleField, ZoneField } from './fields/plain-fields.tsx';
import { ReceiverField } from './fields/receiver-field.tsx';
import { ScoreCategoryField } from './fields/score-category-field.tsx';
import { ClockTimeField, DurationField, MomentField, WeekdaysField } from './fields/time-fields.tsx';
import { UrlPatternField } from './fields/url-pattern-field.tsx';
import { UserField } from './fields/user-field.tsx';
import { UsersField } from './fields/users-field.tsx';

/** One field of a node's form: its hint says which component. */
export function FieldEditor({ field, ...rest }: FieldPart) {
  const text = useText();
  const { hint } = field;
  const shared = {
    ...rest,
    field,
    label: text(field.title),
    help: field.help && text(field.help),
    example: field.example && text(field.example),
  };
  switch (hint.kind) {
    case 'text':
      return <TextField {...shared} hint={hint} />;
    case 'number':
      return <NumberField {...shared} hint={hint} />;
    case 'toggle':
      return <ToggleField {...shared} hint={hint} />;
    case 'select':
      return <SelectField {...shared} hint={hint} />;
    case 'duration':
      return <DurationField {...shared} hint={hint} />;
    case 'window':
      return <DurationField {...shared} hint={hint} />;
    case 'clock-time':
      return <ClockTimeField {...shared} hint={hint} />;
    case 'weekdays':
      return <WeekdaysField {...shared} hint={hint} />;
    case 'moment':
      return <MomentField {...shared} hint={hint} />;
    case 'zone':
      return <ZoneField {...shared} hint={hint} />;
    case 'stage':
      return <StageField {...shared} hint={hint} />;
    case 'score-category':
      return <ScoreCategoryField {...shared} hint={hint} />;
    case 'url-pattern':
      return <UrlPatternField {...shared} hint={hint} />;
    case 'form':
      return <FormField {...shared} hint={hint} />;
    case 'mail':
      return <MailField {...shared} hint={hint} />;
    case 'calendar':
      return <CalendarField {...shared} hint={hint} />;
    case 'journey':
      return <JourneyField {...shared} hint={hint} />;
    case 'node':
      return <NodeField {...shared} hint={hint} />;
    case 'user':
      return <UserField {...shared} hint={hint} />;
    case 'users':
      return <UsersField {...shared} hint={hint} />;
    case 'team':
      return <TeamField {...shared} hint={hint} />;
    case 'receiver':
      return <ReceiverField {...shared} hint={hint} />;
    case 'attribute':
      return <AttributeField {...shared} hint={hint} />;
    case 'attribute-value':
      return <AttributeValueField {...shared} hint={hint} />;
    case 'lines':
      return <LinesField {...shared} hint={hint} />;
    case 'list':
      return <ListField {...shared} hint={hint} renderField={(part) => <FieldEditor {...part} />} />;
    case 'condition':
      return <ConditionField {...shared} hint={hint} />;
    default:
      return unreachable(hint);
  }
}
