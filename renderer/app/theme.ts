import { Button, createTheme, Menu, Modal, type VariantColorsResolver } from '@mantine/core';

/** Buttons in ink: colour is kept for states and data. */
const inkButtons: VariantColorsResolver = ({ variant, color }) => {
  if (variant === 'filled') {
    return {
      background: 'var(--lh-ink)',
      hover: 'var(--lh-ink-hover)',
      color: 'var(--lh-on-ink)',
      border: 'none',
    };
  }
  if (variant === 'white') {
    return {
      background: 'var(--lh-on-ink)',
      hover: 'var(--lh-on-ink)',
      color: 'var(--lh-ink)',
      border: 'none',
    };
  }
  if (variant === 'default') {
    return {
      background: 'var(--lh-card)',
      hover: 'var(--lh-hover)',
      color: color === 'fault' ? 'var(--lh-fault-text)' : 'var(--lh-text)',
      border: '1px solid var(--lh-hairline)',
    };
  }
  return { background: 'transparent', hover: 'var(--lh-hover)', color: 'var(--lh-text)', border: 'none' };
};

/** Values stand in style/tokens.css and style/mantine.css; here is only what is not CSS. */
export const theme = createTheme({
  variantColorResolver: inkButtons,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', fw: 500, variant: 'filled' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end' } }),
    // Locking the page's scroll needs a <style> element, which the content security policy forbids.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, radius: 'md' } }),
  },
});
