interface Team {
  readonly id: string;
  readonly members: readonly { readonly id: string; readonly away: boolean }[];
}

/** Where one team alone has somebody else there, nobody need choose it; null where there is a choice, or nobody at all. */
export function findOnlyTeam({ teams, except }: { teams: readonly Team[]; except: string }): string | null {
  const there = teams.filter(({ members }) => members.some(({ id, away }) => id !== except && !away));
  return there.length === 1 ? String(there[0]?.id) : null;
}
