import { z } from 'zod';

/** What people call a journey: 1 to 80 characters, without blanks around. */
export const journeyName = z.string().trim().min(1).max(80);
