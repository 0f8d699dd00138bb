/** Changes one's own password; false where the present one is wrong. @throws where the server does not answer. */
export async function changePassword(passwords: { currentPassword: string; newPassword: string }): Promise<boolean> {
  const answer = await fetch('/auth/change-password', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...passwords, revokeOtherSessions: true }),
  });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`change-password answered ${answer.status}`);
  return answer.ok;
}
