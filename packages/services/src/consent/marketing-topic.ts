/** What marketing mails need consent to, unless they are about a topic of their own. */
export const marketingTopic = 'marketing';
