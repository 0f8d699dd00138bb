import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  Modal,
  Paper,
  Table,
  Tabs,
  Tooltip,
} from '@mantine/core';

/** Shown to public/colour-scheme.js by the same name. */
export const colourSchemes = localStorageColorSchemeManager({ key: 'sodate-colour-scheme' });

/** Every shade of a hue is the token itself: shades are chosen in tokens.css, by theme, not by Mantine. */
function hue(token: string): MantineColorsTuple {
  const value = `var(--${token})`;
  return [value, value, value, value, value, value, value, value, value, value];
}

const controlHeight = { xs: '26px', sm: '32px', md: '40px' } as const;

function heightOf(size: unknown): string | undefined {
  return controlHeight[(size ?? 'sm') as keyof typeof controlHeight];
}

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: hue('accent'), danger: hue('danger'), ok: hue('ok'), warn: hue('warn'), idle: hue('idle') },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.55', lg: '1.35', xl: '1.35' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  radius: { xs: '5px', sm: '7px', md: '10px', lg: '14px', xl: '999px' },
  defaultRadius: 'sm',
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  shadows: {
    xs: 'var(--shadow-card)',
    sm: 'var(--shadow-card)',
    md: 'var(--shadow-float)',
    lg: 'var(--shadow-float)',
    xl: 'var(--shadow-dialog)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      vars: (_theme, { size }) => {
        const height = heightOf(size);
        return { root: height === undefined ? {} : { '--button-height': height, '--button-padding-x': '12px' } };
      },
    }),
    Input: Input.extend({
      vars: (_theme, { size }) => {
        const height = heightOf(size);
        return { wrapper: { '--input-bd': 'var(--line-control)', ...(height && { '--input-height': height }) } };
      },
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
    }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true, overlayProps: { color: 'var(--scrim)' } } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 8, horizontalSpacing: 12 } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } }),
  },
});

/** Mantine's variables, said once in our tokens. The tokens themselves turn with the colour scheme. */
export const mapTokens: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    ...shades('accent'),
    ...shades('danger'),
    ...shades('ok'),
    ...shades('warn'),
    ...shades('idle'),
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  };
  return { variables: shared, light: shared, dark: shared };
};

function shades(name: 'accent' | 'danger' | 'ok' | 'warn' | 'idle') {
  const line = `var(--${name}-line)`;
  const colour = `--mantine-color-${name}`;
  return {
    [`${colour}-text`]: `var(--${name})`,
    [`${colour}-filled`]: `var(--${name})`,
    [`${colour}-filled-hover`]: `color-mix(in srgb, var(--${name}) 88%, var(--ink))`,
    [`${colour}-light`]: `var(--${name}-soft)`,
    [`${colour}-light-hover`]: `color-mix(in srgb, var(--${name}-soft) 84%, var(--${name}))`,
    [`${colour}-light-color`]: `var(--${name})`,
    [`${colour}-outline`]: line,
    [`${colour}-outline-hover`]: `var(--${name}-soft)`,
  };
}
