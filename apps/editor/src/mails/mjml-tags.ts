const common = { padding: null, 'css-class': null } as const;
const type = {
  ...common,
  color: null,
  'font-size': null,
  'font-family': null,
  'line-height': null,
  align: null,
} as const;

/** Tags offered while typing, with the attributes used most. */
export const mjmlTags = {
  mjml: { attrs: { lang: null } },
  'mj-head': {},
  'mj-attributes': {},
  'mj-all': { attrs: { 'font-family': null } },
  'mj-style': {},
  'mj-body': { attrs: { 'background-color': null, width: null } },
  'mj-section': { attrs: { ...common, 'background-color': null, 'full-width': ['full-width'] } },
  'mj-column': { attrs: { ...common, width: null, 'background-color': null } },
  'mj-text': { attrs: type },
  'mj-button': { attrs: { ...type, href: null, 'background-color': null, 'border-radius': null } },
  'mj-image': { attrs: { ...common, src: null, alt: null, width: null, href: null } },
  'mj-divider': { attrs: { ...common, 'border-color': null, 'border-width': null } },
  'mj-spacer': { attrs: { height: null } },
  'mj-table': { attrs: type },
  'mj-raw': {},
};
