interface Team {
  readonly id: string;
  readonly members: readonly { readonly away: boolean }[];
}

/** Where one team alone has somebody there, nobody need choose it; null where there is a choice, or nobody at all. */
export function findOnlyTeam(teams: readonly Team[]): string | null {
  const there = teams.filter(({ members }) => members.some(({ away }) => !away));
  return there.length === 1 ? String(there[0]?.id) : null;
}
