import 'react';

/** Custom properties may be set inline. */
declare module 'react' {
  interface CSSProperties { [name: `--${string}`]: string | number | undefined }
}
