import type { HTMLAttributes } from 'preact';

// The elements of @vscode-elements that are used here, for JSX.
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': HTMLAttributes & { secondary?: boolean };
    }
  }
}
