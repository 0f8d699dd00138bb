import {
  type ActionIconProps,
  Button,
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  type MenuProps,
  type PaperProps,
  type PopoverProps,
  type RadioProps,
  type SegmentedControlProps,
  type TableProps,
  type TabsProps,
  type TooltipProps,
} from '@mantine/core';
import i18next from 'i18next';

/** Shown to public/colour-scheme.js by the same name. */
export const colourSchemes = localStorageColorSchemeManager({ key: 'sodate-colour-scheme' });

/** Every shade of a hue is the token itself: shades are chosen in tokens.css, by theme, not by Mantine. */
function hue(token: string): MantineColorsTuple {
  const value = `var(--${token})`;
  return [value, value, value, value, value, value, value, value, value, value];
}

/** As a plain value, so that a component is loaded by the screens that use it, not by this file. */
interface Defaults<Props> {
  readonly defaultProps: Partial<Props>;
}

const controlHeight = { xs: 'var(--control-xs)', sm: 'var(--control-sm)', md: 'var(--control-md)' } as const;

const actionSize = { sm: 'var(--action-sm)', md: 'var(--action-md)', lg: 'var(--control-sm)' } as const;

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
  // Fills are bright in the dark, so the text on them is dark there: one token says it for both.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours;
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
    ActionIcon: {
      vars: (_theme: unknown, { size }: ActionIconProps) => {
        const width = actionSize[(size ?? 'md') as keyof typeof actionSize];
        return { root: width === undefined ? {} : { '--ai-size': width } };
      },
    },
    // The lists of closed pickers are not made: a form of five would hold five, each with all its options.
    Combobox: { defaultProps: { keepMounted: false } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } } satisfies Defaults<CheckboxProps>,
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' } } satisfies Defaults<RadioProps>,
    Input: Input.extend({
      vars: (_theme, { size, error }) => {
        const height = heightOf(size);
        const border = error ? 'var(--danger)' : 'var(--line-control)';
        return { wrapper: { '--input-bd': border, ...(height && { '--input-height': height }) } };
      },
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
    }),
    // The canvas keeps a press on a card to itself: what is open beside it must hear of it before.
    Menu: { defaultProps: { clickOutsideCapture: true } } satisfies Defaults<MenuProps>,
    Popover: { defaultProps: { clickOutsideCapture: true } } satisfies Defaults<PopoverProps>,
    // Asked at each showing: the language may have been switched.
    Modal: {
      defaultProps: () => ({
        radius: 'lg',
        centered: true,
        overlayProps: { color: 'var(--scrim)' },
        closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'frame' }) },
      }),
    },
    PasswordInput: {
      defaultProps: () => ({
        visibilityToggleButtonProps: { 'aria-label': i18next.t('showPassword', { ns: 'frame' }) },
      }),
    },
    Notification: {
      defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'frame' }) } }),
    },
    Paper: { defaultProps: { radius: 'lg' } } satisfies Defaults<PaperProps>,
    SegmentedControl: { defaultProps: { withItemsBorders: false } } satisfies Defaults<SegmentedControlProps>,
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: 12 } } satisfies Defaults<TableProps>,
    Tabs: { defaultProps: { keepMounted: false } } satisfies Defaults<TabsProps>,
    Tooltip: {
      defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } },
    } satisfies Defaults<TooltipProps>,
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
    ...greys('gray', [
      'surface-2',
      'sunken',
      'sunken',
      'line',
      'line-strong',
      'line-control',
      'ink-3',
      'ink-2',
      'ink',
      'ink',
    ]),
    ...greys('dark', [
      'ink',
      'ink-2',
      'ink-3',
      'line-control',
      'line-strong',
      'sunken',
      'surface',
      'surface',
      'surface-2',
      'ground',
    ]),
    ...shades({ name: 'gray', token: 'idle' }),
    ...shades({ name: 'accent', token: 'accent' }),
    ...shades({ name: 'danger', token: 'danger' }),
    ...shades({ name: 'ok', token: 'ok' }),
    ...shades({ name: 'warn', token: 'warn' }),
    ...shades({ name: 'idle', token: 'idle' }),
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  };
  return { variables: shared, light: shared, dark: shared };
};

function shades({ name, token }: { name: string; token: 'accent' | 'danger' | 'ok' | 'warn' | 'idle' }) {
  const colour = `--mantine-color-${name}`;
  return {
    [`${colour}-text`]: `var(--${token})`,
    [`${colour}-filled`]: `var(--${token})`,
    [`${colour}-filled-hover`]: `color-mix(in srgb, var(--${token}) 88%, var(--ink))`,
    [`${colour}-light`]: `var(--${token}-soft)`,
    [`${colour}-light-hover`]: `color-mix(in srgb, var(--${token}-soft) 84%, var(--${token}))`,
    [`${colour}-light-color`]: `var(--${token})`,
    [`${colour}-outline`]: `var(--${token}-line)`,
    [`${colour}-outline-hover`]: `var(--${token}-soft)`,
  };
}

/** Mantine's neutral shades 0 to 9, which its styles name here and there. */
function greys(name: 'gray' | 'dark', tokens: readonly string[]) {
  return Object.fromEntries(tokens.map((token, shade) => [`--mantine-color-${name}-${shade}`, `var(--${token})`]));
}
