import { asId } from '@sodate/journey/id';
import { z } from 'zod';

export const teamName = z.string().trim().min(1).max(100);
export const teamId = z.uuid().transform((id) => asId<'team'>(id));

/** `members` in the order of their turns. Without `id` a new team is made. */
export const saveTeamInput = z.object({
  id: teamId.optional(),
  name: teamName,
  members: z.array(z.uuid().transform((id) => asId<'user'>(id))).max(200),
});

export type SaveTeamInput = z.infer<typeof saveTeamInput>;
