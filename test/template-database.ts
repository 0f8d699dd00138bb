/** The migrated, empty database that tests clone. */
export const templateDatabase = 'sodate_template';
