/** The faces of our mails: one list for body and footer, or Latin letters would stand in another face than Japanese. */
export const mailFonts = "'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', Meiryo, sans-serif";
