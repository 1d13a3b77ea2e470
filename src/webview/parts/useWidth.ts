import type { RefObject } from 'preact';
import { useExtent } from './useExtent.ts';

/** The width of an element in whole pixels, kept up to date; 0 until it is laid out, which is before it is painted. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  return useExtent(element, 'clientWidth');
}
