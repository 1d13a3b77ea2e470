import type { BlockView } from '../../core/messages/today.ts';
import { UNASSIGNED } from '../../core/stats/measures.ts';
import type { ClockText } from '../../core/text/clock.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { isolate } from '../../core/text/isolate.ts';
import { TIMELINE, type TimeScale } from './timelineLayout.ts';

interface DeepBracketsProps {
  readonly blocks: readonly BlockView[];
  readonly x: TimeScale;
  readonly clock: ClockText;
}

/** A bracket over each deep block. */
export function DeepBrackets({ blocks, x, clock }: DeepBracketsProps) {
  return (
    <g>
      {blocks
        .filter(block => block.isDeep)
        .map(block => {
          const length = formatDuration(block.end - block.start);
          const project = block.project === null ? UNASSIGNED : isolate(block.project);
          const name = `Deep block, ${clock.range(block)}, ${length}, ${project}`;
          const from = Math.round(x(block.start)) + 0.5;
          const to = Math.max(from + 1, Math.round(x(block.end)) - 0.5);
          return (
            <g key={block.start} role="img" aria-label={name}>
              <title>{name}</title>
              <path class="bracket" d={`M${from} ${TIMELINE.top - 2}V3.5H${to}V${TIMELINE.top - 2}`} />
            </g>
          );
        })}
    </g>
  );
}
