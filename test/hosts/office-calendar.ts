import { asId } from '@sodate/journey/id';
import type { Calendar, OpenHours } from '@sodate/journey/time/wait-spec';

const open: OpenHours = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];

/** Monday to Friday 9–12 and 13–18 in Tokyo; Monday, 23 November 2026 is a holiday, the Saturday before is open. */
export const officeCalendar: Calendar = {
  id: asId('office'),
  zone: 'Asia/Tokyo',
  hours: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] },
  closedDates: ['2026-11-23', '2026-12-31', '2027-01-01'],
  openDates: { '2026-11-21': [['10:00', '15:00']] },
};
